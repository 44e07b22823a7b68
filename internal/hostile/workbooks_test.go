//go:build linux

package hostile

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// bases are files of the program's own, of which attacks are made.
type bases struct {
	form, dossier, checksheet, store []byte
}

// makeBases has the program write them into a folder.
func makeBases(t *testing.T, program, folder string) {
	t.Helper()
	report, err := filepath.Abs("../../testdata/quang-trung-2023.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"template", "--year", "2023", "--commune", "16492", "--level", "ntm", "-o", "bieu-mau.xlsx"},
		{"dossier", report, "-o", "ho-so.xlsx", "--at", "15/11/2023"},
		{"criteria", "export", "nang-cao-2021-2025", "--province", "Thanh Hóa", "-o", "doi-chieu.xlsx"},
		{"import", report, "--db", "kho/kho.db"},
	} {
		cmd := exec.Command(program, args...)
		cmd.Dir, cmd.Env = folder, append(os.Environ(), "NTM_AS=người thử")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v: %s", args, err, out)
		}
	}
}

func readBases(folder string) (b bases, err error) {
	for file, into := range map[string]*[]byte{"bieu-mau.xlsx": &b.form, "ho-so.xlsx": &b.dossier,
		"doi-chieu.xlsx": &b.checksheet, "kho/kho.db": &b.store} {
		if *into, err = os.ReadFile(filepath.Join(folder, file)); err != nil {
			return b, err
		}
	}
	return b, nil
}

// What stands beside the sheets in every workbook, and sheets of little.
const (
	strs   = "xl/sharedStrings.xml"
	styles = "xl/styles.xml"
	head   = `<?xml version="1.0"?><worksheet ` +
		`xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`
	foot        = `</sheetData></worksheet>`
	firstString = head + `<row r="1"><c r="A1" t="s"><v>0</v></c></row>` + foot
	oneCell     = head + `<row r="1"><c r="%s"><v>1</v></c></row>` + foot
)

// workbooks are the attacks that are a change to a form, a dossier and a check
// sheet, each given to what reads that.
func workbooks(b bases) (all []attack) {
	for _, c := range []struct {
		name   string
		change func(*book)
	}{
		{"bom-10gb", func(k *book) { k.raw(k.sheet, 10<<30, 10<<30) }},
		{"bom-10gb-khai-1kb", func(k *book) { k.raw(k.sheet, 10<<30, 1<<10) }},
		{"bom-chuoi", func(k *book) { k.put(k.sheet, firstString); k.raw(strs, 10<<30, 1<<10) }},
		{"bom-dinh-dang", func(k *book) { k.raw(styles, 10<<30, 1<<10) }},
		{"trang-200mb", func(k *book) { k.raw(k.sheet, 200<<20, 200<<20) }},
		{"trieu-phan", func(k *book) { k.parts(1_000_000) }},
		{"nua-trieu-phan", func(k *book) { k.parts(500_000) }},
		{"ten-phan-ra-ngoai", func(k *book) {
			k.put("../../ra-ngoai.txt", "x")
			k.put("/etc/ntm-ra-ngoai", "x")
			k.put(`..\..\ra-ngoai.txt`, "x")
		}},
		{"trang-o-ngoai", func(k *book) {
			k.edit("xl/_rels/workbook.xml.rels", strings.TrimPrefix(k.sheet, "xl/"), "../../../../etc/passwd")
		}},
		{"lien-ket-ngoai", func(k *book) { k.formula(`'[1]Sheet1'!A1`) }},
		{"dde", func(k *book) { k.formula(`cmd|'/c calc'!A0`) }},
		{"macro", func(k *book) {
			k.put("xl/vbaProject.bin", "x")
			k.edit("[Content_Types].xml", "spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml")
		}},
		{"ty-tran-cuoi", func(k *book) { k.put(k.sheet, laughs(k.sheet)) }},
		{"ty-tran-cuoi-chuoi", func(k *book) { k.put(k.sheet, firstString); k.put(strs, laughs(strs)) }},
		{"trieu-dong", func(k *book) { k.put(k.sheet, rows(1_048_576)) }},
		{"cot-cuoi", func(k *book) {
			k.put(k.sheet, strings.ReplaceAll(rows(200_000), `<c r="A`, `<c r="XFD`))
		}},
		{"o-am", func(k *book) { k.put(k.sheet, fmt.Sprintf(oneCell, "A-1")) }},
		{"o-tran-so", func(k *book) { k.put(k.sheet, fmt.Sprintf(oneCell, "A99999999999999999999")) }},
		{"o-ngoai-luoi", func(k *book) { k.put(k.sheet, fmt.Sprintf(oneCell, "ZZZZZZ1")) }},
		{"gop-tran", func(k *book) {
			k.edit(k.sheet, "</worksheet>", `<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>`+
				`</worksheet>`)
		}},
		{"long-sau", func(k *book) { k.put(k.sheet, head+strings.Repeat("<row>", 1_000_000)) }},
		{"thuoc-tinh-50mb", func(k *book) { k.put(k.sheet, head+`<row r="`+strings.Repeat("1", 50<<20)+`"/>`+foot) }},
		{"chuoi-thieu", func(k *book) {
			k.put(k.sheet, head+`<row r="1"><c r="A1" t="s"><v>99999999999</v></c></row>`+foot)
		}},
		{"dinh-dang-hong", func(k *book) { k.put(styles, "<styleSheet><cellXfs><xf numFmtId=") }},
		{"dinh-dang-tran", func(k *book) {
			k.put(styles, "<styleSheet><cellXfs>"+strings.Repeat("<xf/>", 1_000_000)+"</cellXfs></styleSheet>")
		}},
		{"khong-dinh-dang", func(k *book) { k.drop(styles) }},
		{"cut", func(k *book) { k.cut = true }},
		{"rong", func(k *book) { k.bytes = []byte{} }},
		{"khong-phai-zip", func(k *book) { k.bytes = bytes.Repeat([]byte("x"), 100_000) }},
	} {
		for _, base := range []struct {
			name     string
			data     []byte
			sheet    int
			commands []string
		}{
			{"bieu-mau", b.form, 1, []string{"assess {}", "import {}"}},
			{"ho-so", b.dossier, 1, []string{"verify {}", "process opinion --from {}"}},
			{"doi-chieu", b.checksheet, 2, []string{"criteria import {} --office Giả --dry-run"}},
		} {
			all = append(all, attack{base.name + "-" + c.name + ".xlsx",
				func(path string) error { return change(path, base.data, base.sheet, c.change) }, base.commands})
		}
	}
	return all
}

// book is a workbook that is being changed.
type book struct {
	sheet string // that is read
	names []string
	text  map[string]string
	folds map[string]fold // parts that unfold to more than they should
	many  int             // empty parts more
	cut   bool            // its second half is missing
	bytes []byte          // these instead
}

type fold struct{ size, declared uint64 }

func change(path string, data []byte, sheet int, how func(*book)) error {
	k := &book{sheet: fmt.Sprintf("xl/worksheets/sheet%d.xml", sheet), text: map[string]string{},
		folds: map[string]fold{}}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			return err
		}
		text, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		k.put(part.Name, string(text))
	}
	how(k)
	if k.bytes != nil {
		return os.WriteFile(path, k.bytes, 0o600)
	}
	var out bytes.Buffer
	if err := k.write(&out); err != nil {
		return err
	}
	whole := out.Bytes()
	if k.cut {
		whole = whole[:len(whole)/2]
	}
	return os.WriteFile(path, whole, 0o600)
}

func (k *book) put(name, text string) {
	if _, there := k.text[name]; !there {
		k.names = append(k.names, name)
	}
	k.text[name] = text
}

func (k *book) drop(name string) { delete(k.text, name) }

// raw has a part unfold to so many bytes, and say of itself that it has others.
func (k *book) raw(name string, size, declared uint64) {
	k.put(name, "")
	k.folds[name] = fold{size, declared}
}

func (k *book) parts(n int) { k.many = n }

func (k *book) edit(name, old, with string) {
	if !strings.Contains(k.text[name], old) {
		panic(name + " has no " + old)
	}
	k.text[name] = strings.Replace(k.text[name], old, with, 1)
}

// valueCell is the beginning of a cell with something in it.
var valueCell = regexp.MustCompile(`<c r="[A-Z]+[0-9]+"[^>]*>(<v>|<is>)`)

// formula puts one that leads outside into the first cell with a value.
func (k *book) formula(f string) {
	at := valueCell.FindStringSubmatchIndex(k.text[k.sheet])
	k.text[k.sheet] = k.text[k.sheet][:at[2]] + "<f>" + f + "</f>" + k.text[k.sheet][at[2]:]
}

func (k *book) write(out io.Writer) error {
	z := zip.NewWriter(out)
	for _, name := range k.names {
		text, there := k.text[name]
		if !there {
			continue
		}
		if f, folded := k.folds[name]; folded {
			if err := writeFolded(z, name, f); err != nil {
				return err
			}
			continue
		}
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			return err
		}
	}
	for i := range k.many {
		if _, err := z.CreateRaw(&zip.FileHeader{Name: fmt.Sprintf("%x", i)}); err != nil {
			return err
		}
	}
	return z.Close()
}

// writeFolded writes a part of something that nobody knows, one folded megabyte
// after the other.
func writeFolded(z *zip.Writer, name string, f fold) error {
	once := func(text string) []byte {
		var b bytes.Buffer
		w, _ := flate.NewWriter(&b, flate.BestSpeed) // a level that there is
		_, _ = io.WriteString(w, text)               // to the memory
		_ = w.Flush()
		return b.Bytes()
	}
	const some = "<x y='1'/>\n     "
	chunk := once(strings.Repeat(some, 1<<20/len(some)))
	var b bytes.Buffer
	b.Write(once(head))
	for range f.size >> 20 {
		b.Write(chunk)
	}
	w, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: uint64(b.Len()),
		UncompressedSize64: f.declared})
	if err != nil {
		return err
	}
	_, err = w.Write(b.Bytes())
	return err
}

// laughs is a part whose entities unfold to a billion words.
func laughs(name string) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "ha">`)
	for i := range 9 {
		fmt.Fprintf(&b, `<!ENTITY a%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&a%d;", i), 10))
	}
	b.WriteString("]>")
	if name == strs {
		return b.String() + `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>` +
			`&a9;</t></si></sst>`
	}
	return b.String() + strings.TrimPrefix(head, `<?xml version="1.0"?>`) +
		`<row r="1"><c r="A1" t="inlineStr"><is><t>&a9;</t></is></c></row>` + foot
}

// rows is a sheet of so many rows of one cell.
func rows(n int) string {
	var b strings.Builder
	b.WriteString(head)
	for i := range n {
		fmt.Fprintf(&b, `<row r="%d"><c r="A%d"><v>%d</v></c></row>`, i+1, i+1, i)
	}
	b.WriteString(foot)
	return b.String()
}
