// Package officetest is an office that begins, for the tests of what offices do.
package officetest

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ntm/criteria"
	"ntm/internal/council"
	"ntm/internal/docket"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// Desk is an empty store, and a folder for reports as files.
type Desk struct {
	*testing.T
	Store  *store.Store
	Folder string
}

// Now is the day of everything that is written down.
func Now() time.Time { return time.Date(2023, 12, 31, 9, 0, 0, 0, time.UTC) }

// New opens the desk until the test ends.
func New(t *testing.T) Desk {
	t.Helper()
	folder := t.TempDir()
	st, err := store.OpenOrMake(t.Context(), filepath.Join(folder, "kho.db"), Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	return Desk{t, st, folder}
}

// File is the path of a file of the desk.
func (d *Desk) File(name string) string { return filepath.Join(d.Folder, name) }

// Write writes a file of the desk, and gives its path.
func (d *Desk) Write(name, text string) string {
	d.Helper()
	if err := os.WriteFile(d.File(name), []byte(text), 0o600); err != nil {
		d.Fatal(err)
	}
	return d.File(name)
}

// Report writes an invented report of Quảng Trung in 2023 that gives these figures.
func (d *Desk) Report(name string, figures ...string) string {
	d.Helper()
	return d.ReportOf(name, "16492", figures...)
}

// ReportOf writes an invented report of 2023 of the commune with a code, that gives these
// figures: "income_per_capita=69".
func (d *Desk) ReportOf(name, code string, figures ...string) string {
	d.Helper()
	text := "schema: ntm.report.v1\nnote: giả định\ncommune: {code: \"" + code + "\"}\nyear: 2023\nfigures:\n"
	for _, f := range figures {
		id, value, _ := strings.Cut(f, "=")
		text += fmt.Sprintf("  - {id: %s, value: \"%s\"}\n", id, value)
	}
	return d.Write(name, text)
}

// By is who does what is done here.
const By = "người thử"

// add writes events down together.
func (d *Desk) add(events ...docket.Event) {
	d.Helper()
	if err := d.Store.AppendOne(d.Context(), store.Change{Province: "Thanh Hóa", Events: events}); err != nil {
		d.Fatal(err)
	}
}

// step is an event of the dossier of Quảng Trung in 2023.
func step(kind docket.Kind, body any) docket.Event {
	return docket.New(kind, By, "Thanh Hóa", "16492", 2023, body)
}

// Ready brings that dossier, which came in and was assessed, before the council.
func (d *Desk) Ready() {
	d.Helper()
	c, err := d.Store.Commune(d.Context(), "Thanh Hóa", "16492")
	if err != nil {
		d.Fatal(err)
	}
	grounds := docket.Grounds{Reason: "lý do giả định", For: c.Dossier(2023).Assessment.Result}
	d.add(step(docket.Submitted, docket.SubmittedBody{Level: criteria.KieuMau, Grounds: grounds}))
	d.add(step(docket.TakenUp, docket.NoteBody{}))
	for _, on := range []string{"2", "3", "4"} {
		d.add(step(docket.Opined, docket.Opinion{Department: "Sở giả định", On: on, Result: "Đạt"}))
	}
	d.add(step(docket.Readied, docket.NoteBody{}))
}

// Batched puts it into the batch of a council that is opened for it.
func (d *Desk) Batched(id string) {
	d.Helper()
	c, err := json.Marshal(council.Council{ID: id, Name: "Hội đồng giả định", Province: "tỉnh Thanh Hóa", Year: 2023,
		Level: criteria.KieuMau})
	if err != nil {
		d.Fatal(err)
	}
	of := func(kind docket.Kind, body any) docket.Event {
		return docket.NewOfCouncil(kind, By, "Thanh Hóa", id, 2023, body)
	}
	d.add(of(docket.CouncilOpened, docket.CouncilOpenedBody{Level: criteria.KieuMau, Name: "Hội đồng giả định",
		Details: c}))
	d.add(of(docket.CaseAdded, docket.CaseBody{Commune: "16492"}), step(docket.Batched, docket.BatchBody{Council: id}))
}

// IsWrongUse tells an error of how a command was used from one of what it read.
func IsWrongUse(err error) bool {
	_, is := err.(problem.WrongUse) //nolint:errorlint // it is not wrapped
	return is
}
