package making

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/docx"
	"ntm/internal/dossier"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/whole"
	"ntm/internal/wordpapers"
)

// WordPapers makes the Word papers of communes: of one into the folder itself, of several
// into a folder each.
type WordPapers struct {
	Bulk      office.Bulk
	Version   string // of the program
	Level     criteria.Level
	Out       string // the folder; "" with Summary alone: nothing is written
	Alone     bool   // one report
	At        time.Time
	Dated     bool // At is the day of the dossier
	Force     bool // over whatever is there
	Summary   bool // the page for the chairman alone
	Templates wordpapers.Templates
	NoPhotos  bool   // evidence that is a photograph is left out
	Evidence  string // the folder of the store's evidence

	from    map[string]string // the report of each folder
	minutes minutesKept
}

// WrittenPapers are the papers of a report.
type WrittenPapers struct {
	office.Item
	Assessment *assess.Assessment
	Folder     string
	Papers     []wordpapers.Paper
	Withheld   []wordpapers.Withheld
	Kept       []string // papers that are there and differ: nothing was written
}

// Make makes the papers of a report, in memory.
func (m *WordPapers) Make(ctx context.Context, i office.Item) WrittenPapers {
	judged := m.Bulk.Judge(i, m.Version)
	out := WrittenPapers{Item: judged.Item}
	if judged.Assessment == nil {
		return out
	}
	a, err := office.AtLevel(i.File, judged.Assessment, m.Level)
	if err == nil {
		var made dossier.Options
		var notes problem.List
		if notes, err = WithEvidence(ctx, &made, a.Report, i.File, !m.NoPhotos); err == nil {
			out.Reading.Notes = append(out.Reading.Notes, notes...)
			err = m.Of(&out, a, wordpapers.Options{At: m.At, Dated: m.Dated, Files: made.Files, Photos: made.Photos,
				Templates: m.Templates})
		}
	}
	if err != nil {
		out.Err = problem.In(i.File, err)
	}
	return out
}

// Of makes the papers of an assessment.
func (m *WordPapers) Of(out *WrittenPapers, a *assess.Assessment, o wordpapers.Options) (err error) {
	out.Assessment, out.Folder = a, m.Out
	if (!m.Alone || out.Row > 0) && m.Out != "" { // a row of a wide sheet is one of many
		name := strings.TrimSuffix(strings.TrimPrefix(DossierName(a), dossierPrefix), ".xlsx")
		out.Folder = filepath.Join(m.Out, "van-ban-"+name)
	}
	if m.Summary {
		page, err := wordpapers.MakeSummary(a, o)
		out.Papers = []wordpapers.Paper{page}
		return err
	}
	out.Papers, out.Withheld, err = wordpapers.Make(a, o)
	return err
}

// Place writes the papers of a report. People write on in them, so none that differs from
// what would be written is written over unless that was asked for: then nothing is written.
func (m *WordPapers) Place(p *WrittenPapers) error {
	if p.Folder == "" || len(p.Papers) == 0 {
		return nil
	}
	if first, twice := m.from[p.Folder]; twice {
		return problem.List{{File: p.Name(), Message: "xã này đã có văn bản trong lần chạy này, từ " + first,
			Hint: "mỗi xã mỗi năm chỉ để một báo cáo"}}
	}
	if m.from == nil {
		m.from = map[string]string{}
	}
	m.from[p.Folder] = p.Name()
	var write []wordpapers.Paper
	for _, one := range p.Papers {
		path := filepath.Join(p.Folder, one.File)
		there, err := os.ReadFile(path)
		switch {
		case errors.Is(err, fs.ErrNotExist), err == nil && m.Force:
			write = append(write, one)
		case err != nil || !bytes.Equal(there, one.Data):
			p.Kept = append(p.Kept, one.File)
		}
	}
	if len(p.Kept) > 0 {
		return problem.List{{File: filepath.Join(p.Folder, p.Kept[0]), Message: differing(p.Kept[1:]),
			Hint: KeptHint}}
	}
	if err := whole.Folder(p.Folder); err != nil {
		return err
	}
	for _, one := range write {
		if err := whole.Put(filepath.Join(p.Folder, one.File), m.Force, one.Data); err != nil {
			return err
		}
	}
	return nil
}

// KeptHint is what to do about papers that are there and differ.
const KeptHint = "ghi vào thư mục khác; lập lại với --at là ngày của lần trước; hoặc thêm --force để lập lại " +
	"và bỏ các chỗ đã sửa"

// differing says that a paper differs, and others beside it.
func differing(others []string) string {
	says := "văn bản đã có và khác với bản sắp lập, không ghi đè: có thể đã được sửa, hoặc lập vào ngày khác"
	if len(others) > 0 {
		says += "; cũng vậy: " + strings.Join(others, ", ")
	}
	return says
}

// Said are the lines of a paper as a screen shows them, but for its letterhead.
func Said(p *wordpapers.Paper) ([]string, error) {
	d, err := docx.Read(p.File, bytes.NewReader(p.Data), int64(len(p.Data)))
	if err != nil {
		return nil, err
	}
	var out []string
	for i, b := range d.Blocks {
		switch {
		case b.Paragraph != nil:
			out = append(out, strings.Split(b.Paragraph.Text, "\n")...)
		case i > 0:
			for row := 2; row <= b.Table.Rows; row++ { // without its heads
				var cells []string
				for column := 1; column <= b.Table.Columns; column++ {
					if c := b.Table.At(row, column); c != nil && c.Text != "" {
						cells = append(cells, strings.ReplaceAll(c.Text, "\n", " "))
					}
				}
				out = append(out, "  "+strings.Join(cells, "; "))
			}
		}
	}
	return out, nil
}

// WriteTemplates writes the program's own templates to a folder, for an office to make its
// own of.
func WriteTemplates(folder string, force bool) ([]string, error) {
	if err := whole.Folder(folder); err != nil {
		return nil, err
	}
	var files []string
	for _, k := range slices.Concat(wordpapers.Kinds, []wordpapers.Kind{wordpapers.Summary}) {
		data, err := k.Own()
		if err != nil {
			return nil, err
		}
		path := filepath.Join(folder, k.ID+".docx")
		if err := whole.Put(path, force, data); err != nil {
			return files, err
		}
		files = append(files, path)
	}
	return files, nil
}
