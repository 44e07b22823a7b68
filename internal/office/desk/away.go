package desk

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"ntm/criteria"
	"ntm/internal/dossier"
	"ntm/internal/form/blank"
	"ntm/internal/form/layout"
	"ntm/internal/office"
	"ntm/internal/office/departments"
	"ntm/internal/office/forms"
	"ntm/internal/office/making"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/scratch"
	"ntm/internal/store"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/wordpapers"
)

// Away is a file that is taken away, whole in memory: it is handed over or it is not.
type Away struct {
	Name  string // as the commands name it
	Title string // for people
	Data  []byte
}

// BlankForm is the form of a commune's year with nothing in it, as ntm template writes it.
func (d *Desk) BlankForm(ctx context.Context, of store.OfYear, now time.Time) (*Away, error) {
	w, err := d.cells(ctx, of)
	if err != nil {
		return nil, err
	}
	b := d.blank(w, w.Level())
	plan, _, err := b.Plan(ctx)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = b.Write(&out, plan, now)
	return &Away{Name: departments.FileName("bieu-mau", plan), Data: out.Bytes()}, err
}

// FilledForm is the form of a commune's year with all in it that stands in the cells.
func (d *Desk) FilledForm(ctx context.Context, of store.OfYear, now time.Time) (*Away, error) {
	w, err := d.cells(ctx, of)
	if err != nil {
		return nil, err
	}
	plan, data, err := d.filled(ctx, w, now)
	if err != nil {
		return nil, err
	}
	return &Away{Name: departments.FileName("bieu-da-ghi", plan), Data: data}, nil
}

// filled fills in the form of the level that the commune is after, or where something was
// typed that this does not ask, that of the highest.
func (d *Desk) filled(ctx context.Context, w *Working, now time.Time) (*layout.Plan, []byte, error) {
	write := func(level criteria.Level) (*layout.Plan, []byte, error) {
		b := d.blank(w, level)
		plan, _, err := b.Plan(ctx)
		if err != nil {
			return nil, nil, err
		}
		plan.Own = w.Level()
		var out bytes.Buffer
		err = blank.WriteFilled(&out, plan, nil, askedOnly(plan, answersOf(d.inOrder(ctx, w))), now, nil)
		return plan, out.Bytes(), err
	}
	plan, data, err := write(w.Level())
	if err != nil && w.Level() != "" && ctx.Err() == nil {
		plan, data, err = write("")
	}
	return plan, data, err
}

// blank is the form that is asked for, as of the commune's list on the day of the assessment.
func (d *Desk) blank(w *Working, level criteria.Level) forms.Blank {
	b := forms.Blank{Lib: d.Lib, Commune: places.CodeOf(w.Commune), Year: w.Year, Level: level}
	if places.IsDeclared(w.Commune) {
		b.Commune = ""
	}
	if day, err := typed.Date(w.Text(layout.PlaceSheet, "date", "ntm:answer")); err == nil {
		b.Date = criteria.Date{Time: day}
	}
	return b
}

// Parts are the departments' parts of the form, each with what stands in its cells, as
// ntm template --split --filled writes them.
func (d *Desk) Parts(ctx context.Context, of store.OfYear, now time.Time) (out []Away, err error) {
	w, err := d.cells(ctx, of)
	if err != nil {
		return nil, err
	}
	_, data, err := d.filled(ctx, w, now)
	if err != nil {
		return nil, err
	}
	file, done, err := inFile("bieu-da-ghi.xlsx", data)
	if err != nil {
		return nil, err
	}
	defer done()
	g := departments.Gathering{Lib: d.Lib, Files: []string{file}}
	form, err := g.Open(ctx)
	if err != nil {
		return nil, err
	}
	for _, part := range departments.Split(form.Plan) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		var book bytes.Buffer
		if err := blank.WriteFilled(&book, part, nil, form.Part(part), now, nil); err != nil {
			return nil, err
		}
		out = append(out, Away{departments.FileName(part.Department.ID, part), part.Department.Name, book.Bytes()})
	}
	return out, nil
}

// inFile puts content into a file for a while; done takes it away.
func inFile(name string, data []byte) (path string, done func(), err error) {
	folder, err := scratch.Make("")
	if err == nil {
		path = folder.File(name)
		if err = os.WriteFile(path, data, 0o600); err == nil {
			return path, func() { _ = folder.Close() }, nil // the next one clears what is left
		}
		_ = folder.Close()
	}
	return "", nil, problem.Problem{Message: "không ghi được vào thư mục tạm của máy",
		Hint: "kiểm tra dung lượng đĩa rồi thử lại"}
}

// which names a commune's year to the offices' work.
func which(of store.OfYear) office.Which { return office.Which{Text: of.Commune, Year: of.Year} }

// kept refuses a commune of which nothing was kept yet.
func (d *Desk) kept(ctx context.Context, of store.OfYear) error {
	found, err := office.DossierOf(ctx, d.Store, of.Province, of.Commune, of.Year)
	if err == nil && found.Assessment == nil {
		err = problem.Problem{Message: fmt.Sprintf("xã này chưa có bản báo cáo năm %d trong kho", of.Year),
			Hint: "vào Số liệu, bấm Ghi thành bản báo cáo, rồi lấy lại"}
	}
	return err
}

// Dossier is the dossier of the commune's report as it was kept and judged last, as ntm
// dossier writes it.
func (d *Desk) Dossier(ctx context.Context, of store.OfYear) (*Away, error) {
	if err := d.kept(ctx, of); err != nil {
		return nil, err
	}
	a, _, err := office.KeptDossierOf(ctx, d.Store, which(of), "")
	if err != nil {
		return nil, err
	}
	if a.Made.Photos, _, err = making.Photos(ctx, d.Store.Name(), d.Folder(of), a.Made.Files); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = dossier.Write(&out, a.Assessment, a.Made)
	return &Away{Name: making.DossierName(a.Assessment), Data: out.Bytes()}, err
}

// Papers are the Word papers of the same, as ntm papers writes them; withheld are those that
// cannot be written, with why. folder is the name of what holds them all.
func (d *Desk) Papers(ctx context.Context, of store.OfYear, templates wordpapers.Templates) (out []Away, folder string,
	withheld []wordpapers.Withheld, err error) {
	if err := d.kept(ctx, of); err != nil {
		return nil, "", nil, err
	}
	m := making.WordPapers{Version: d.Version, Alone: true, Templates: templates, Evidence: d.Evidence}
	made, _, err := m.Kept(ctx, d.Store, which(of), func(at time.Time) time.Time { return at })
	if err != nil {
		return nil, "", nil, err
	}
	for _, p := range made.Papers {
		out = append(out, Away{p.File, p.Title, p.Data})
	}
	name := strings.TrimSuffix(strings.TrimPrefix(making.DossierName(made.Assessment), "ho-so-"), ".xlsx")
	return out, "van-ban-" + name, made.Withheld, nil
}

// Bundle has use take all of a commune for another office, as ntm bundle writes it, out of a file
// that goes away then.
func (d *Desk) Bundle(ctx context.Context, of store.OfYear, now func() time.Time,
	use func(name, file string, with *office.Carried) error) error {
	if err := d.kept(ctx, of); err != nil {
		return err
	}
	w, err := d.cells(ctx, of)
	if err != nil {
		return err
	}
	name := vi.Join("-", vi.Slug(w.Place.Name), places.CodeOf(w.Commune)) + office.BundleExtension
	if places.IsDeclared(w.Commune) {
		name = vi.Slug(w.Place.Name) + office.BundleExtension
	}
	file, done, err := inFile("goi", nil)
	if err != nil {
		return err
	}
	defer done()
	var with *office.Carried
	err = d.Store.Moment(ctx, func(st *store.Store) error {
		part, err := office.PartFor(ctx, st, which(of), "")
		if err == nil {
			with, err = office.WriteBundle(ctx, st, part, d.Evidence, file, true, now, func(int) {})
		}
		return err
	})
	if err != nil {
		return err
	}
	return use(name, file, with)
}
