package departments

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"ntm/criteria"
	"ntm/internal/form"
	"ntm/internal/form/blank"
	"ntm/internal/form/layout"
	"ntm/internal/office"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"
)

// Gathering is the forms of the departments of one commune.
type Gathering struct {
	Lib     *criteria.Library
	Files   []string
	Commune string // and
	Year    int    // where no form says it
}

// Gathered is what the forms say together.
type Gathered struct {
	Plan     *layout.Plan    // of the whole form
	Answers  *layout.Answers // that it takes
	Sent     []Sent
	Given    []Given // who said what, by figure
	Twice    []Twice // what was answered in two ways: in Answers neither is
	Owed     []Owed  // by department
	Notes    problem.List
	returned []*form.Returned
}

// Sent is a file that came back.
type Sent struct {
	File       string `json:"file"`
	Department string `json:"department,omitempty"` // "" where the file is nobody's in particular
	Answers    int    `json:"answers"`              // rows with something in them
}

// Given is an answer and who gave it.
type Given struct {
	ID   string   `json:"id"`
	Name string   `json:"name"`
	Text string   `json:"text"`
	By   []string `json:"by"`
}

// Twice is one thing with answers that differ.
type Twice struct {
	ID    string   `json:"id"` // of the figure, or the sheet
	Sheet string   `json:"sheet"`
	Name  string   `json:"name"`
	Said  []Saying `json:"said"`
}

// Saying is what one form says, and where.
type Saying struct {
	By   string `json:"by"`
	Text string `json:"text"`
	File string `json:"file"`
	At   string `json:"at"` // sheet and cell
}

// Owed is what a department has not given yet.
type Owed struct {
	Department string           `json:"department"`
	Sent       bool             `json:"sent"` // something of it came back
	Asked      int              `json:"asked"`
	Due        string           `json:"due,omitempty"` // by when it is to answer, as somebody wrote it
	Missing    []layout.Missing `json:"missing"`
}

// Gather puts the forms together. The error is a problem.List with what cannot be read in
// any of them, or that they are not of one commune and year.
func (g *Gathering) Gather(ctx context.Context) (*Gathered, error) {
	out := &Gathered{Answers: layout.NewAnswers()}
	prints := g.prints()
	var wrong problem.List
	for _, file := range g.Files {
		r, err := form.Return(ctx, file, g.Lib, prints)
		if err != nil {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			wrong = append(wrong, problem.Of(err)...)
			continue
		}
		out.Notes = append(out.Notes, r.Notes...)
		out.returned = append(out.returned, r)
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	if err := g.plan(ctx, out); err != nil {
		return nil, err
	}
	if err := out.fits(); err != nil {
		return nil, err
	}
	out.due()
	out.evidence()
	out.merge()
	out.sent()
	out.owed()
	return out, nil
}

// prints are the lines above the tables of any form.
func (g *Gathering) prints() func(string) bool {
	for year := 2030; year >= 2021; year-- {
		up, err := office.UpTo(g.Lib, "", year, "")
		if err != nil {
			continue
		}
		plan, err := layout.NewPlan(g.Lib, year, up, nil, nil)
		if err == nil && len(plan.Groups) > 0 {
			return blank.Prints(plan)
		}
	}
	return func(string) bool { return false }
}

// agreed is a thing that all forms must say alike, and the first form that said it.
type agreed struct {
	what, value string
	at          problem.Pos
}

func (a *agreed) say(value string, at problem.Pos) error {
	switch {
	case value == "":
	case a.value == "":
		a.value, a.at = value, at
	case vi.FoldTone(a.value) != vi.FoldTone(value):
		return problem.List{at.Problem(fmt.Sprintf("phiếu này ghi %s %s, phiếu %s ghi %s", a.what, value, a.at.File,
			a.value),
			"chỉ gộp các phiếu của một xã, một năm; sửa ô ghi sai rồi gộp lại")}
	}
	return nil
}

// plan finds whose the forms are, and what the whole form asks.
func (g *Gathering) plan(ctx context.Context, out *Gathered) error {
	code, year := agreed{what: "mã xã"}, agreed{what: "năm"}
	level, up := agreed{what: "mức phấn đấu"}, agreed{what: "mức cao nhất"}
	said := map[string]string{}
	for _, r := range out.returned {
		at := problem.Pos{File: r.File}
		for i := range r.Records {
			rec := &r.Records[i]
			if rec.Table != &layout.PlaceAnswers {
				continue
			}
			w := rec.Cells["ntm:answer"]
			text := plain(w.Value)
			said[rec.Key] = text
			into := map[string]*agreed{"code": &code, "year": &year}[rec.Key]
			if into == nil {
				continue
			}
			if err := into.say(text, w.At); err != nil {
				return err
			}
		}
		if r.Year == 0 {
			continue
		}
		for _, err := range []error{year.say(strconv.Itoa(r.Year), at), level.say(r.Own, at),
			up.say(string(r.Up), at)} {
			if err != nil {
				return err
			}
		}
	}
	b := office.Blank{Lib: g.Lib, Commune: code.value, Year: g.Year}
	if n, err := strconv.Atoi(year.value); err == nil {
		b.Year = n
	}
	if b.Year == 0 {
		return problem.List{{Message: "các phiếu không cho biết của năm nào",
			Hint: "gộp kèm phiếu còn tờ " + layout.PlaceSheet + ", hoặc thêm --year NĂM"}}
	}
	if b.Commune == "" && said["region"] == "" && said["name"] != "" {
		b.Commune = vi.Join(", ", said["name"], said["district"], said["province"])
	}
	if b.Commune == "" {
		b.Commune = g.Commune
	}
	if level.value != "" && slices.Contains(criteria.Levels, criteria.Level(level.value)) {
		b.Level = criteria.Level(level.value)
	} else if level.value == "" {
		b.Level = criteria.Level(up.value)
	}
	if day, err := typed.Date(said["date"]); err == nil {
		b.Date = criteria.Date{Time: day}
	}
	plan, note, err := b.Plan(ctx)
	out.Notes = append(out.Notes, note...)
	if err != nil {
		return err
	}
	if traits, all := traitsOf(plan, said); all {
		own, date := plan.Own, plan.Date
		if plan, err = layout.NewPlan(g.Lib, b.Year, plan.Up, plan.Place, traits); err != nil {
			return err
		}
		plan.Own, plan.Date = own, date
	}
	out.Plan = plan
	return nil
}

// traitsOf are the traits that the commune has, once all that are asked about are answered.
func traitsOf(plan *layout.Plan, said map[string]string) ([]criteria.Trait, bool) {
	has := []criteria.Trait{}
	for _, use := range plan.Uses {
		yes, err := typed.Has(said[string(use.Trait)])
		if said[string(use.Trait)] == "" || err != nil {
			return nil, false
		}
		if yes != layout.IsAbsence(use.Trait) {
			has = append(has, use.Trait)
		}
	}
	return has, true
}

// plain is a value as it was typed.
func plain(value any) string {
	if n, is := value.(float64); is {
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	s, _ := value.(string)
	return s
}

// fits refuses answers to what the whole form does not ask.
func (out *Gathered) fits() error {
	var wrong problem.List
	for _, r := range out.returned {
		for i := range r.Records {
			rec := &r.Records[i]
			why := ""
			switch {
			case rec.Table == &layout.FigureTable:
				a := out.Plan.Find(rec.Key)
				_, numerator := rec.Cells["ntm:numerator"]
				_, denominator := rec.Cells["ntm:denominator"]
				if a == nil {
					why = "số liệu này"
				} else if a.Numerator == "" && (numerator || denominator) {
					why = "tử số, mẫu số của số liệu này"
				}
			case slices.Contains(criteria.Traits, criteria.Trait(rec.Key)):
				if !slices.ContainsFunc(out.Plan.Uses,
					func(u criteria.TraitUse) bool { return string(u.Trait) == rec.Key }) {
					why = "đặc điểm này"
				}
			case (rec.Table.Sheet == layout.SmartSheet || rec.Table.Sheet == layout.FieldSheet) &&
				!out.Plan.Asks(criteria.KieuMau):
				why = "nội dung này"
			}
			if why != "" {
				wrong.Add(rec.At.Problem(fmt.Sprintf("phiếu trả lời %q, nhưng biểu mẫu của xã năm %d, đến mức xã "+
					"%s, không hỏi %s",
					nameOf(out.Plan, rec), out.Plan.Year, out.Plan.Up.Title(), why),
					"xóa ô này, hoặc gộp bằng phiếu tách ra từ cùng một biểu mẫu"))
			}
		}
	}
	return wrong.Err()
}

// by says who wrote a form: its department, else the file.
func by(r *form.Returned) string {
	if r.Department != nil {
		return r.Department.Name
	}
	return filepath.Base(r.File)
}

// sent counts what came back.
func (out *Gathered) sent() {
	for _, r := range out.returned {
		s := Sent{File: r.File}
		if r.Department != nil {
			s.Department = r.Department.Name
		}
		for i := range r.Records {
			if r.Records[i].Table != &layout.PlaceAnswers || !layout.Says(r.Records[i].Key) {
				s.Answers++
			}
		}
		out.Sent = append(out.Sent, s)
	}
}

// owed finds what each department has not given.
func (out *Gathered) owed() {
	given, sheets, came := map[string]bool{}, map[string]bool{}, map[*criteria.Department]bool{}
	for _, r := range out.returned {
		came[r.Department] = true
		for i := range r.Records {
			rec := &r.Records[i]
			if rec.Table == &layout.FigureTable {
				if a := out.Plan.Find(rec.Key); rec.Has("ntm:value", "ntm:numerator", "ntm:denominator") {
					given[rec.Key] = true
					came[out.Plan.Division.Of(a.Figure)] = true
				}
				continue
			}
			if isCarried(rec) {
				continue
			}
			sheets[rec.Table.Sheet] = true
			if rec.Table != &layout.PlaceAnswers && rec.Table != &layout.EvidenceTable {
				came[out.Plan.Division.OfSheet(rec.Table.Sheet)] = true
			}
		}
	}
	for _, part := range Split(out.Plan) {
		o := Owed{Department: part.Department.Name, Sent: came[part.Department], Missing: []layout.Missing{},
			Due: out.Plan.Due[part.Department.ID]}
		for g := range part.Groups {
			for _, a := range part.Groups[g].Figures {
				if a.Optional || a.Idle && !given[a.ID] {
					continue
				}
				o.Asked++
				if !given[a.ID] {
					o.Missing = append(o.Missing, layout.Missing{ID: a.ID, Name: a.Name})
				}
			}
		}
		for _, s := range part.Sections() {
			o.Asked++
			if !sheets[s.Name] {
				o.Missing = append(o.Missing, layout.Missing{ID: s.ID, Name: "tờ " + s.Name})
			}
		}
		out.Owed = append(out.Owed, o)
	}
}

// isCarried tells a row that only names what there was last year: a village, a work.
func isCarried(rec *form.Record) bool {
	switch rec.Table {
	case &layout.PollTable:
		return !rec.Has("ntm:forms_out", "ntm:forms_back", "ntm:satisfied")
	case &layout.ArrearsTable:
		return !rec.Has("ntm:owed", "ntm:total", "ntm:completed", "ntm:paid")
	}
	return false
}

func nameOf(plan *layout.Plan, rec *form.Record) string {
	if a := plan.Find(rec.Key); a != nil && rec.Table == &layout.FigureTable {
		return a.Name
	}
	for _, q := range rec.Table.Questions {
		if q.Key == rec.Key {
			return q.Label
		}
	}
	if rec.Key != "" {
		return rec.Key
	}
	return strings.TrimSpace(rec.Cells[rec.Table.Columns[0].ID].Said)
}

// due finds by when each department is to answer. Where two forms say two days, neither is taken.
func (out *Gathered) due() {
	out.Plan.Due = map[string]string{}
	for _, d := range criteria.Departments() {
		t := Twice{ID: d.ID, Sheet: layout.BriefSheet, Name: layout.DueHead + ": " + d.Name}
		for _, r := range out.returned {
			says := r.Due[d.ID]
			if says == "" || slices.ContainsFunc(t.Said, func(s Saying) bool { return s.Text == says }) {
				continue
			}
			t.Said = append(t.Said, Saying{By: by(r), Text: says, File: r.File, At: "trang tính " + layout.BriefSheet})
		}
		switch len(t.Said) {
		case 0:
		case 1:
			out.Plan.Due[d.ID] = t.Said[0].Text
		default:
			out.Twice = append(out.Twice, t)
		}
	}
}
