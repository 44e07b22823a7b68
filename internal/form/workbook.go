package form

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/problem"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/xlsx/read"

	"ntm/internal/form/layout"

	"github.com/shopspring/decimal"
)

// reader reads one filled form.
type reader struct {
	cellReader
	file    string
	sheets  []scan
	laid    []*grid // the tables where they are known
	known   map[string]*readRow
	lib     *criteria.Library
	report  *commune.Report
	codes   []string // of the evidence that is listed
	names   map[string]*criteria.Figure
	foreign []foreignFigure // rows that the law at hand has no figure for
	level   criteria.Level  // that the commune is after, "" where nobody says
}

// mostCells is how many a sheet of a form may have: the largest has 3,000.
const mostCells = 50_000

// readBook reads a filled form. Everything wrong in it is told at once.
func readBook(book *read.Book, lib *criteria.Library) (*Reading, error) {
	var sheets []scan
	book.Most(mostCells)
	days := cellReader{use1904: book.Uses1904}
	var due map[string]string
	for _, s := range book.Sheets {
		t, err := s.Table()
		if err != nil && s.Name == layout.BriefSheet {
			continue // no part of the report
		}
		if err != nil {
			return nil, problem.In(book.File, err)
		}
		if one := newScan(s.Name, t); s.Name == layout.BriefSheet {
			due = days.due(book.File, []scan{one})
		} else {
			sheets = append(sheets, one)
		}
	}
	out, err := readForm(book.File, sheets, book.Uses1904, lib)
	if err == nil {
		out.Due = due
	}
	return out, err
}

func readForm(file string, sheets []scan, use1904 bool, lib *criteria.Library) (*Reading, error) {
	r := newReader(file, sheets, lib)
	r.use1904 = use1904
	if !r.isForm() {
		return nil, problem.List{{File: file, Message: "không phải biểu mẫu của ntm: không thấy các trang tính " +
			layout.PlaceSheet + ", " + layout.FigureSheet,
			Hint: "tạo biểu mẫu bằng lệnh ntm template, chép số liệu vào rồi kiểm tra lại"}}
	}
	r.all()
	if len(r.problems) > 0 {
		// What could not be read would only look as if it were not there.
		return nil, r.problems.ByCause().Err()
	}
	r.notes = r.notes.ByCause()
	return r.reading()
}

func newReader(file string, sheets []scan, lib *criteria.Library) *reader {
	return &reader{file: file, sheets: sheets, lib: lib, report: &commune.Report{Schema: commune.Schema}}
}

// all reads every table.
func (r *reader) all() {
	r.place()
	r.evidence()
	r.figures()
	r.capital()
	r.arrears()
	r.poll()
	r.security()
	r.titles()
	r.smart()
	r.fields()
	r.remarks()
	r.report.Pos = r.report.Pos.Or(problem.Pos{File: r.file, Sheet: layout.PlaceSheet})
	r.problems = append(r.problems, r.report.Shares(r.lib)...)
}

// reading is what was read, where nothing is wrong with the whole of it.
func (r *reader) reading() (*Reading, error) {
	up, own := r.levels()
	if r.level != "" { // what people choose goes before what the form was made for
		up, own = string(r.level), string(r.level)
	}
	r.report.Level = layout.OwnLevel(r.lib, r.report, up, own)
	return checked(&Reading{Report: r.report, Up: criteria.Level(up), Notes: r.notes}, r.lib)
}

// isForm tells whether the workbook has one of the two sheets that every form
// has.
func (r *reader) isForm() bool {
	for _, t := range []layout.Table{layout.PlaceAnswers, layout.FigureTable} {
		if slices.ContainsFunc(r.sheets, func(s scan) bool {
			_, ids := s.idRow(t, 0)
			return ids > len(t.Columns)/2 || vi.FoldTone(s.name) == vi.FoldTone(t.Sheet) && s.headRow(heads(&t), 0) > 0
		}) {
			return true
		}
	}
	return false
}

// levels are the hidden words for the highest level that the form asks about and for the
// one that it was made for.
func (r *reader) levels() (up, own string) {
	for _, s := range r.sheets {
		up := s.At(1, 3).Text
		if s.At(1, 1).Text == layout.Mark && slices.Contains(criteria.Levels, criteria.Level(up)) {
			return up, s.At(1, 4).Text
		}
	}
	return "", ""
}

// answers are a sheet's answers by key; none where the sheet is not there.
func (r *reader) answers(t layout.Table) map[string]given {
	g, ok := r.grid(t)
	if !ok {
		return nil
	}
	return g.answers()
}

// rows are the rows of a sheet's table; none where it is not there. A row that
// sums them up must be their sum, and cannot stand for them. Capital has a line
// of its own for the total.
func (r *reader) rows(t layout.Table) []record {
	g, ok := r.grid(t)
	if !ok {
		return nil
	}
	var rows []record
	for _, row := range g.rows {
		if t.Sheet == layout.CapitalSheet || !row.isTotal(t.Columns[0].ID) {
			rows = append(rows, row)
			continue
		}
		for _, c := range t.Columns {
			if c.Kind.IsNumber() && c.Kind != layout.Year {
				r.sum(rows, row.cell(c.ID), c.ID)
			}
		}
	}
	return rows
}

// sum holds a cell of a total against the rows above it.
func (r *reader) sum(rows []record, total given, id string) {
	stated, err := numberIn(total, typed.Meaning{})
	if total.blank() || err != nil || stated.Bound != "" {
		return
	}
	var sum decimal.Decimal
	for _, row := range rows {
		if c := row.cell(id); !c.blank() {
			n, err := numberIn(c, typed.Meaning{})
			if err != nil || n.Bound != "" {
				return // told where the row is read
			}
			sum = sum.Add(n.Value)
		}
	}
	if !sum.Equal(stated.Value) {
		r.fail(total, "ghi đủ từng dòng, sửa dòng tổng hoặc xóa dòng tổng",
			"dòng tổng ghi %s nhưng cộng các dòng trên được %s", vi.Number(stated.Value), vi.Number(sum))
	}
}

// need tells of a cell that must not be empty beside what its row says.
func (r *reader) need(row record, id string) {
	if c := row.cell(id); c.blank() {
		r.fail(c, "ghi ô này, hoặc xóa cả dòng", "dòng này chưa ghi %q", row.g.table.Columns[row.g.table.At(id)].Title)
	}
}

func (r *reader) place() {
	a := r.answers(layout.PlaceAnswers)
	w := commune.Where{Code: r.text(a["code"]), Name: r.text(a["name"]), District: r.text(a["district"]),
		Province: r.text(a["province"])}
	for _, key := range []string{"name", "code"} {
		if c := a[key]; !c.blank() || !w.Pos.Known() {
			w.Pos = c.at
		}
	}
	if region := r.choose(a["region"], layout.Regions()); region != "" {
		if w.Code != "" {
			r.fail(a["region"], "giữ mã xã, xóa ô vùng", "xã có mã trong danh mục thì không ghi vùng")
		}
		if w.Name == "" || w.Province == "" {
			r.fail(a["name"], "ghi tên xã và tỉnh", "xã ngoài danh mục phải có đủ tên xã, tỉnh và vùng")
		}
		w = commune.Where{Pos: w.Pos, Declared: &commune.Declared{Name: w.Name, District: w.District,
			Province: w.Province, Region: criteria.Region(region)}}
	}
	r.report.Commune = w
	r.report.Pos = a["year"].at
	if r.report.Year = r.year(a["year"]); r.report.Year == 0 && len(r.problems) == 0 {
		r.fail(a["year"], "ghi năm, ví dụ 2023", "chưa ghi năm xét công nhận")
	}
	r.report.Date = r.day(a["date"])
	r.report.Note = r.text(a["note"])
	r.level = r.levelOf(a[layout.LevelKey])
	r.claims(a)
	r.traits(a)
}

// levelOf reads a level as people call it, "" for none.
func (r *reader) levelOf(c given) criteria.Level {
	if c.blank() || !r.single(c) {
		return ""
	}
	level, ok := criteria.LevelNamed(r.text(c))
	if !ok {
		r.fail(c, "chọn trong danh sách: "+vi.List("; ", layout.Levels(),
			func(o layout.Option) string { return o.Word }),
			"đọc thấy %q, ở đây cần mức xã phấn đấu", vi.NFC(c.Text))
	}
	return level
}

// traits reads which traits the commune has. A blank is neither yes nor no; with
// nothing but blanks, nothing is said of any.
func (r *reader) traits(a map[string]given) {
	has, unknown := []criteria.Trait{}, []criteria.Trait{}
	for _, t := range criteria.Traits {
		switch yes := r.has(a[string(t)]); {
		case yes == nil:
			unknown = append(unknown, t)
		case *yes != layout.IsAbsence(t):
			has = append(has, t)
		}
	}
	switch {
	case len(unknown) == len(criteria.Traits):
	case len(unknown) == 0:
		r.report.Traits = has
	default:
		r.report.Traits, r.report.TraitsUnknown = has, unknown
	}
}

func (r *reader) evidence() {
	_, listed := r.grid(layout.EvidenceTable)
	r.unlisted = !listed
	for _, row := range r.rows(layout.EvidenceTable) {
		e := commune.Evidence{Pos: row.cell("ntm:title").at, ID: r.text(row.cell("ntm:code")),
			Number: r.text(row.cell("ntm:number")),
			Date:   r.day(row.cell("ntm:date")), Issuer: r.text(row.cell("ntm:issuer")),
			Title: r.text(row.cell("ntm:title")), File: r.text(row.cell("ntm:file"))}
		if e.Number+e.Issuer+e.Title+e.File == "" && e.Date.IsZero() {
			continue // only the number printed in front
		}
		r.need(row, "ntm:code")
		r.need(row, "ntm:title")
		r.report.Evidence = append(r.report.Evidence, e)
		r.codes = append(r.codes, e.ID)
	}
}

func (r *reader) capital() {
	for _, row := range r.rows(layout.CapitalTable) {
		line := commune.Capital{
			Pos:    row.cell("ntm:source").at,
			Source: commune.Source(r.choose(row.cell("ntm:source"), layout.Sources())),
			Kind:   commune.Kind(r.choose(row.cell("ntm:kind"), layout.CapitalKinds())),
			Unit:   r.text(row.cell("ntm:quantity_unit")), UnitPrice: r.number(row.cell("ntm:unit_price"), typed.Money),
			Share: r.number(row.cell("ntm:stated_share"), typed.Meaning{Unit: string(criteria.Percent)}),
			Years: commune.Span{From: r.year(row.cell("ntm:from")), To: r.year(row.cell("ntm:to"))},
			Note:  r.text(row.cell("ntm:remark")),
		}
		line.Quantity = r.quantity(row, &line)
		if g := r.uncut(row.cell("ntm:worth"), line.Money(), leastWorth); g != nil {
			line.Value = new(commune.AmountGiven(*g))
			line.Stated(*g)
		}
		if line.Quantity == nil && line.UnitPrice == nil && line.Value == nil && line.Share == nil {
			continue // a source that gave nothing that was counted
		}
		r.need(row, "ntm:source")
		if line.Quantity != nil {
			r.need(row, "ntm:quantity_unit")
		}
		r.report.Capital = append(r.report.Capital, line)
	}
}

// What a line of capital or a work is worth at least, in triệu đồng, and land in m2 or
// labour in days: less with decimals is likelier a number that lost its thousands.
const leastWorth, leastQuantity = 10, 100

// quantity reads what land and labour are counted in, or how much of something else. A
// cell may say its own unit, where the line says none.
func (r *reader) quantity(row record, line *commune.Capital) *commune.Amount {
	c, m := row.cell("ntm:quantity"), line.Counted("")
	least := int64(0)
	switch unit := vi.Fold(line.Unit); {
	case unit == "m2", unit == "m²", unit == vi.Fold(layout.LabourUnit):
		least = leastQuantity
		if m.Unit = line.Unit; unit == "m²" {
			m.Unit = layout.LandUnit
		}
		if c.Kind == read.Number || !hasLetter(c.Text) {
			m.Unit = "" // a bare number as before
		}
	case unit == "" && c.Kind == read.Text && hasLetter(c.Text):
		for _, own := range []string{layout.LandUnit, layout.LabourUnit} {
			if _, err := typed.Read(c.Text, line.Counted(own)); err == nil {
				m.Unit, line.Unit = own, own
			}
		}
	case c.Kind == read.Text && hasLetter(c.Text):
		m.Unit = line.Unit
	}
	g := r.uncut(c, m, least)
	if g == nil {
		return nil
	}
	return new(commune.AmountGiven(*g))
}

// exact reads an exact amount that is asked about when it is below the least.
func (r *reader) exact(c given, m typed.Meaning, least int64) *decimal.Decimal {
	if r.number(c, m) == nil {
		return nil
	}
	g := r.uncut(c, m, least)
	if g == nil {
		return nil
	}
	return &g.Value
}

// uncut reads an amount that is asked about when it is below the least.
func (r *reader) uncut(c given, m typed.Meaning, least int64) *typed.Given {
	g := r.read(c, m, func(typed.Given) bool { return true })
	if g == nil || c.Kind != read.Number || c.Formula || g.Value.IsInteger() ||
		g.Value.GreaterThanOrEqual(decimal.NewFromInt(least)) {
		return g
	}
	if err := askCut(g.Value, m, func(decimal.Decimal) bool { return true }); err != nil {
		r.misread(c, err)
		return nil
	}
	return g
}

func (r *reader) arrears() {
	answer := r.answers(layout.ArrearsAnswers)["arrears"]
	owes, told := r.owes(answer)
	list := []commune.Arrear{}
	for _, row := range r.rows(layout.ArrearsTable) {
		if row.allBlank("ntm:owed", "ntm:total", "ntm:completed", "ntm:paid") && (owes == nil || !*owes) {
			continue // a work of last year of which nothing is said
		}
		r.need(row, "ntm:work")
		r.need(row, "ntm:owed")
		a := commune.Arrear{
			Pos: row.cell("ntm:work").at, Work: r.text(row.cell("ntm:work")),
			Decision:  r.text(row.cell("ntm:decision")),
			Total:     r.exact(row.cell("ntm:total"), typed.Money, leastWorth),
			Completed: r.exact(row.cell("ntm:completed"), typed.Money, leastWorth),
			Paid:      r.number(row.cell("ntm:paid"), typed.Money), Owed: r.owed(row.cell("ntm:owed")),
			Plan: r.text(row.cell("ntm:plan")),
		}
		if a.Owed != nil {
			list = append(list, a)
		}
	}
	if len(list) == 0 && told != nil {
		list = append(list, commune.Arrear{Pos: answer.at, Work: "Chưa kê từng công trình", Owed: told})
	}
	owing := slices.ContainsFunc(list, func(a commune.Arrear) bool { return a.Owed.IsPositive() })
	switch {
	case owes != nil && !*owes && owing:
		r.fail(answer, "chọn Có, hoặc ghi 0 ở cột Còn nợ", "trả lời là không nợ, nhưng bảng dưới có công trình còn nợ")
	case owes != nil && *owes && len(list) == 0 && len(r.problems) == 0:
		r.fail(answer, "ghi từng công trình vào bảng dưới", "trả lời là còn nợ, nhưng bảng dưới chưa ghi công "+
			"trình nào")
	case owes != nil || len(list) > 0:
		r.report.Arrears = list
	}
}

// owes reads whether something is owed, and how much where the answer tells it: "không có nợ đọng
// XDCB", "còn nợ 350 triệu".
func (r *reader) owes(c given) (owes *bool, told *commune.Amount) {
	if c.Kind == read.Text && !c.blank() {
		g, err := typed.Read(c.Text, typed.Debt)
		if _, wrong := typed.Has(c.Text); wrong != nil && err == nil && commune.IsDebt(g) && r.single(c) {
			if g.Value.IsZero() && g.Bound == "" {
				return new(false), nil
			}
			return new(true), new(commune.AmountGiven(g))
		}
	}
	return r.has(c), nil
}

func (r *reader) poll() {
	var s commune.Satisfaction
	rows := r.rows(layout.PollTable)
	asked := slices.ContainsFunc(rows, func(row record) bool {
		return !row.cell("ntm:forms_out").blank() || !row.cell("ntm:forms_back").blank() ||
			!row.cell("ntm:satisfied").blank()
	})
	answers := r.answers(layout.PollAnswers)
	s.Whole, s.Questions = r.pollOfAll(answers), r.pollQuestions(answers["poll_questions"])
	if !asked { // villages by name, and no poll yet
		if s.Whole != nil || s.Questions != nil {
			s.Pos = answers["poll_rate"].at
			s.Evidence = r.cites(answers["poll_evidence"], r.codes)
			r.report.Satisfaction = &s
		}
		return
	}
	seen := map[string]string{}
	for _, row := range rows {
		village := row.cell("ntm:village")
		if before, twice := seen[vi.FoldTone(village.Text)]; twice && !village.blank() {
			r.fail(village, "giữ một dòng, xóa dòng kia", "%q ghi hai lần (lần trước ở ô %s)", vi.NFC(village.Text),
				before)
		}
		seen[vi.FoldTone(village.Text)] = village.at.Cell
		for _, id := range []string{"ntm:village", "ntm:forms_out", "ntm:forms_back", "ntm:satisfied"} {
			r.need(row, id)
		}
		s.Villages = append(s.Villages, commune.Village{
			Pos: row.cell("ntm:village").at, Name: r.text(row.cell("ntm:village")),
			Households: r.number(row.cell("ntm:households"), typed.Meaning{Unit: "hộ"}),
			FormsOut:   r.number(row.cell("ntm:forms_out"), typed.Meaning{Unit: "phiếu"}),
			FormsBack:  r.number(row.cell("ntm:forms_back"), typed.Meaning{Unit: "phiếu"}),
			Satisfied:  r.number(row.cell("ntm:satisfied"), typed.Meaning{Unit: "phiếu"}),
		})
	}
	s.Evidence = r.cites(answers["poll_evidence"], r.codes)
	r.report.Satisfaction = &s
}

func (r *reader) security() {
	a := r.answers(layout.SecurityAnswers)
	if met := r.yes(a["security"]); met != nil {
		r.report.Security = &commune.Security{Pos: a["security"].at, Met: met,
			Evidence: r.cites(a["security_evidence"], r.codes)}
	}
}

func (r *reader) titles() {
	for _, row := range r.rows(layout.TitleTable) {
		if voted := r.vote(row); voted && row.allBlank("ntm:title_year", "ntm:title_decision", "ntm:title_date") {
			continue // put to the vote, and not decided
		}
		r.need(row, "ntm:level")
		r.need(row, "ntm:title_year")
		r.report.Recognitions = append(r.report.Recognitions, commune.Recognition{
			Pos: row.cell("ntm:level").at, Level: criteria.Level(r.choose(row.cell("ntm:level"), layout.Levels())),
			Year:     r.year(row.cell("ntm:title_year")),
			Decision: r.text(row.cell("ntm:title_decision")), Date: r.day(row.cell("ntm:title_date")),
		})
	}
}

func (r *reader) smart() {
	a := r.answers(layout.SmartAnswers)
	names := []string{}
	for _, row := range r.rows(layout.SmartTable) {
		names = append(names, r.name(row.cell("ntm:smart_village"), "thôn"))
	}
	if r.listed(a["smart"], len(names), "thôn thông minh") {
		r.report.SmartVillage = &commune.SmartVillage{Pos: a["smart"].at, Villages: names,
			Evidence: r.cites(a["smart_evidence"], r.codes)}
	}
}

func (r *reader) fields() {
	fields := []commune.Field{}
	for _, row := range r.rows(layout.FieldTable) {
		r.need(row, "ntm:field")
		fields = append(fields, commune.Field{Pos: row.cell("ntm:field").at, Name: r.name(row.cell("ntm:field"),
			"lĩnh vực"), Evidence: r.cites(row.cell("ntm:field_evidence"), r.codes)})
	}
	if r.listed(r.answers(layout.FieldAnswers)["fields"], len(fields), "lĩnh vực nổi trội") {
		r.report.OutstandingFields = fields
	}
}

// listed tells whether a section is answered: by Có and a list, by Không and
// none, or by the list alone.
func (r *reader) listed(answer given, count int, what string) bool {
	has := r.has(answer)
	switch {
	case has == nil:
		return count > 0
	case *has && count == 0:
		r.fail(answer, "ghi tên vào bảng dưới, hoặc chọn Không", "trả lời là có, nhưng bảng dưới chưa ghi %s nào", what)
	case !*has && count > 0:
		r.fail(answer, "chọn Có, hoặc xóa các dòng ở bảng dưới", "trả lời là không có, nhưng bảng dưới ghi %d %s",
			count, what)
	default:
		return true
	}
	return false
}
