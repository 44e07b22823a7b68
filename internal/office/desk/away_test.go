package desk

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/internal/form"
	"ntm/internal/form/layout"
	"ntm/internal/office"
	"ntm/internal/store"
)

var quangTrung = store.OfYear{Province: "Thanh Hóa", Commune: "16492", Year: 2023}

// inventedWhole is a whole report, which is invented, of a commune that there is, in a file.
func inventedWhole(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("../../../testdata/xa-gia-dinh-2023.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const declared = "declared: {name: Giả Định, district: Giả Định, province: Giả Định, region: btb}"
	return written(t, "xa-gia-dinh.yaml", bytes.Replace(data, []byte(declared), []byte(`code: "16492"`), 1))
}

func written(t testing.TB, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// accepts writes what a file says, as it was offered.
func (d *Desk) accepts(t testing.TB, file string) *Offer {
	t.Helper()
	o, err := d.Offer(t.Context(), quangTrung, file)
	if err != nil {
		t.Fatal(err)
	}
	var cells []store.WorkingCell
	for _, c := range o.Changes {
		cells = append(cells, store.WorkingCell{Sheet: c.At.Sheet, Item: c.At.Item, Cell: c.At.ID, Value: c.Theirs,
			Version: c.Version})
	}
	if clashing, err := d.Set(t.Context(), quangTrung, by, cells); err != nil || len(clashing) > 0 {
		t.Fatal(clashing, err)
	}
	return o
}

// What is taken away of a report is offered again as nothing new; the papers are those of the
// report that was kept.
func TestAwayAndBack(t *testing.T) {
	d := opened(t)
	d.imported(t, inventedWhole(t))
	now := func() time.Time { return day }
	blank, err := d.BlankForm(t.Context(), quangTrung, day)
	if err != nil || blank.Name != "bieu-mau-16492-2023.xlsx" {
		t.Fatal(blank, err)
	}
	filled, err := d.FilledForm(t.Context(), quangTrung, day)
	if err != nil || filled.Name != "bieu-da-ghi-16492-2023.xlsx" {
		t.Fatal(filled, err)
	}
	parts, err := d.Parts(t.Context(), quangTrung, day)
	if err != nil || len(parts) < 5 {
		t.Fatal(parts, err)
	}
	for _, a := range append(parts, *filled) {
		o, err := d.Offer(t.Context(), quangTrung, written(t, a.Name, a.Data))
		if err != nil || o.Same == 0 {
			t.Fatal(a.Name, o, err)
		}
		for _, c := range o.Changes {
			if c.Mine != "" || !layout.Says(c.At.Item) { // the form has the names beside the code
				t.Errorf("%s: %+v", a.Name, c)
			}
		}
	}
	made, err := d.Dossier(t.Context(), quangTrung)
	if err != nil || made.Name != "ho-so-16492-quang-trung-2023.xlsx" {
		t.Fatal(made, err)
	}
	back, err := d.Offer(t.Context(), quangTrung, written(t, made.Name, made.Data))
	if err != nil || back.Check == nil || len(back.Changes) > 0 {
		t.Error(back, err)
	}
	papers, folder, _, err := d.Papers(t.Context(), quangTrung, nil)
	if err != nil || len(papers) == 0 || folder != "van-ban-16492-quang-trung-2023" {
		t.Error(papers, folder, err)
	}
	if err := d.Bundle(t.Context(), quangTrung, now, func(name, file string, _ *office.Carried) error {
		if name != "quang-trung-16492.ntm" {
			t.Error(name)
		}
		there, err := office.OpenHandedOver(t.Context(), file)
		if err != nil {
			return err
		}
		lines, err := listed(t.Context(), New(there.Store, d.Lib, "thử", ""), "quang trung")
		if len(lines) != 1 {
			t.Error(lines)
		}
		return errors.Join(err, there.Close())
	}); err != nil {
		t.Error(err)
	}
}

// Nothing was kept yet: forms can be taken away, papers cannot.
func TestAwayOfNothing(t *testing.T) {
	d := opened(t)
	d.begun(t)
	_, dossier := d.Dossier(t.Context(), quangTrung)
	_, _, _, papers := d.Papers(t.Context(), quangTrung, nil)
	bundle := d.Bundle(t.Context(), quangTrung, time.Now, nil)
	for _, err := range []error{dossier, papers, bundle} {
		if err == nil || !strings.Contains(err.Error(), "chưa có bản báo cáo") {
			t.Error(err)
		}
	}
	if w, err := d.Read(t.Context(), quangTrung); err != nil || w.Differs() {
		t.Error(err)
	}
}

// A file of a commune's year is read whatever it is; a row of a wide sheet is that of the commune.
func TestOffer(t *testing.T) {
	d := opened(t)
	d.begun(t)
	wide := "Mã xã,Năm,income_per_capita\n16495,2023,50\n16492,2023,69\n"
	o, err := d.Offer(t.Context(), quangTrung, written(t, "tinh.csv", []byte(wide)))
	if err != nil {
		t.Fatal(err)
	}
	if o.Kind != "bảng tổng hợp nhiều xã" || len(o.Changes) == 0 ||
		o.Changes[len(o.Changes)-1].Theirs != "69" {
		t.Errorf("%+v", o)
	}
	if d.accepts(t, inventedWhole(t)); len(d.accepts(t, inventedWhole(t)).Changes) > 0 {
		t.Error("what was accepted differs")
	}
	other := "schema: ntm.report.v1\ncommune: {code: \"16492\"}\nyear: 2023\n" +
		"figures: [{id: income_per_capita, value: 70, evidence: [bao-cao]}]\n" +
		"evidence: [{id: bao-cao, title: Văn bản khác (giả định)}]\n" +
		"arrears: [{work: Cầu (giả định), owed: 5}]\n"
	o = d.accepts(t, written(t, "khac.yaml", []byte(other)))
	w, err := d.Read(t.Context(), quangTrung)
	if err != nil {
		t.Fatal(err)
	}
	if cites := form.Codes(w.Text(layout.FigureSheet, "income_per_capita", "ntm:evidence")); len(cites) != 2 ||
		w.Text(layout.ArrearsSheet, "1", "ntm:work") != "Cầu (giả định)" || o.Alone == 0 {
		t.Errorf("%q %+v", cites, o)
	}
	if len(w.Items(&layout.ArrearsTable)) != 1 {
		t.Errorf("the table has %q", w.Items(&layout.ArrearsTable))
	}
}

// What is of another commune or year, and what is no report, is refused with where and why.
func TestNotOffered(t *testing.T) {
	d := opened(t)
	d.begun(t)
	report := "schema: ntm.report.v1\ncommune: {code: %q}\nyear: 2023\nfigures: [{id: income_per_capita, value: 70}]\n"
	for name, c := range map[string]struct{ file, data, says string }{
		"another commune": {"a.yaml", strings.Replace(report, "%q", `"16495"`, 1), "tệp này của"},
		"not in it":       {"a.csv", "Mã xã,Năm,income_per_capita\n16495,2023,50\n", "không có dòng đọc được nào"},
		"no report":       {"a.json", "[]", ""},
		"no workbook":     {"a.xlsx", "PK\x03\x04", ""},
		"another kind":    {"a.pdf", "%PDF", "không nhận tệp"},
	} {
		if o, err := d.Offer(t.Context(), quangTrung, written(t, c.file, []byte(c.data))); err == nil ||
			!strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %+v %v", name, o, err)
		}
	}
}
