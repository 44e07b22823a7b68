package proof_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ntm/criteria"
	"ntm/internal/dossier"
	"ntm/internal/dossier/dossiertest"
	"ntm/internal/proof"
	"ntm/internal/testenv"
	"ntm/internal/testenv/readers"
	"ntm/internal/xlsx/xlsxtest"
)

const photoSheet = "Hình ảnh minh họa"

// photographed is a dossier with three photographs, in the sheet's rows 4 and 6.
func photographed(t *testing.T) []byte {
	t.Helper()
	photos, named := dossiertest.Photographs(t, 3)
	var out bytes.Buffer
	if err := dossier.Write(&out, dossiertest.QuangTrung(t, named).Only([]criteria.Level{criteria.NTM}),
		dossier.Options{At: dossiertest.Signed, Photos: photos}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A photograph that is another, is cut, covered or gone, and one that changed places with
// another, are told of where they stand; the rest of the dossier is as it was.
func TestPhotographsAreHeldAgainstTheSeal(t *testing.T) {
	t.Parallel()
	whole := photographed(t)
	const first, second = "xl/media/image1.jpeg", "xl/media/image2.jpeg"
	shown := "" // the part that draws them
	in := func(change func(drawing string) string) func(map[string]string) {
		return func(parts map[string]string) {
			was := parts[shown]
			if parts[shown] = change(was); parts[shown] == was {
				t.Fatal("nothing is changed")
			}
		}
	}
	_, parts := xlsxtest.Parts(t, whole)
	for name, content := range parts {
		if strings.Contains(content, "<xdr:pic>") {
			shown = name
		}
	}
	replace := func(old, with string) func(string) string {
		return func(drawing string) string { return strings.Replace(drawing, old, with, 1) }
	}
	for name, tt := range map[string]struct {
		change func(map[string]string)
		found  []string
	}{
		"nothing": {func(map[string]string) {}, nil},
		"another": {func(parts map[string]string) { parts[first] = "\xff\xd8" }, []string{"A4 ảnh khác"}},
		"a huge one": {func(parts map[string]string) { parts[first] = strings.Repeat(parts[first], 900) },
			[]string{"A4 ảnh khác"}},
		"two changed places": {func(parts map[string]string) {
			parts[first], parts[second] = parts[second], parts[first]
		}, []string{"A4 ảnh khác", "B4 ảnh khác"}},
		"one is cut": {in(replace("<a:stretch>", `<a:srcRect l="5000"/><a:stretch>`)),
			[]string{"A4 ảnh bị cắt bớt"}},
		"one is gone":   {in(cut("<xdr:oneCellAnchor>", "</xdr:oneCellAnchor>")), []string{"A4 không có ảnh"}},
		"its part only": {func(parts map[string]string) { delete(parts, second) }, []string{"B4 ảnh khác"}},
		"it shows two": {in(replace("</a:blip>",
			`<a:extLst><a:ext><asvg:svgBlip r:embed="rId3"/></a:ext></a:extLst></a:blip>`)),
			[]string{"A4 ảnh khác"}},
		"one more over it": {in(func(drawing string) string {
			end := strings.Index(drawing, "</xdr:oneCellAnchor>") + len("</xdr:oneCellAnchor>")
			begin := strings.Index(drawing, "<xdr:oneCellAnchor>")
			return drawing[:end] + drawing[begin:end] + drawing[end:]
		}), []string{" hình ảnh"}},
		"one stands elsewhere": {in(replace("<xdr:row>3</xdr:row>", "<xdr:row>40</xdr:row>")),
			[]string{"A4 không có ảnh", " hình ảnh"}},
	} {
		check := dossiertest.Verified(t, xlsxtest.Edited(t, whole, tt.change))
		var found []string
		for _, d := range check.Differences {
			if d.Kind != proof.OfObject || d.Sheet != photoSheet {
				t.Errorf("%s: %+v", name, d)
			}
			found = append(found, d.Cell+" "+d.Found)
		}
		if !slices.Equal(found, tt.found) {
			t.Errorf("%s: found %q, want %q", name, found, tt.found)
		}
	}
}

// cut takes away the first piece of a text between two words.
func cut(from, to string) func(string) string {
	return func(text string) string {
		begin, end := strings.Index(text, from), strings.Index(text, to)
		return text[:begin] + text[end+len(to):]
	}
}

// What LibreOffice saves shows the same photographs, and of either the same dossier is made
// anew; a photograph that is gone stays away.
func TestPhotographsSavedAndMadeAnew(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	whole := photographed(t)
	gone := xlsxtest.Edited(t, whole, func(parts map[string]string) { delete(parts, "xl/media/image2.jpeg") })
	for name, tt := range map[string]struct {
		data []byte
		same bool
	}{"as written": {whole, true}, "saved": {savedByLibreOffice(t, whole), true}, "one gone": {gone, false}} {
		w := dossiertest.HandedIn(t, tt.data)
		check, err := w.Verify()
		if err != nil || check.Same() != tt.same {
			t.Errorf("%s: %v, %+v", name, err, check)
		}
		var again bytes.Buffer
		if err := w.Remake(&again); err != nil {
			t.Fatal(err)
		}
		if check := dossiertest.Verified(t, again.Bytes()); check.Same() != tt.same {
			t.Errorf("%s, made anew: %+v", name, check.Differences)
		}
		pictures := xlsxtest.Must(xlsxtest.Open(t, again.Bytes()).GetPictureCells(photoSheet))
		if want := map[bool]int{true: 3, false: 2}[tt.same]; len(pictures) != want {
			t.Errorf("%s: pictures in %v, want %d", name, pictures, want)
		}
	}
}

func savedByLibreOffice(t *testing.T, data []byte) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ho-so.xlsx")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	saved := readers.Save(t, readers.XLSX, filepath.Join(filepath.Dir(path), "saved"), path)[0]
	return xlsxtest.Must(os.ReadFile(saved))
}
