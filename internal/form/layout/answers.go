package layout

// Tables are all of a form's tables. Those with questions or with keys have rows of fixed
// meaning, the others rows as people fill them in.
var Tables = []*Table{&PlaceAnswers, &FigureTable, &EvidenceTable, &CapitalTable, &ArrearsAnswers, &ArrearsTable,
	&PollAnswers, &PollTable, &SecurityAnswers, &TitleTable, &RemarkTable, &SmartAnswers, &SmartTable,
	&FieldAnswers, &FieldTable}

// Fixed tells a table whose rows have their meaning beforehand, by a key.
func (t *Table) Fixed() bool { return t.Columns[0].Kind == Keyed }

// Answers are what people wrote into a form, cell by cell: strings and float64s.
type Answers struct {
	// Fixed are the cells of rows of fixed meaning, by sheet, key and column.
	Fixed map[string]map[string]map[string]any
	// Rows are those that people filled in, by the first column of their table, then by
	// column.
	Rows map[string][]map[string]any
}

// NewAnswers are none yet.
func NewAnswers() *Answers {
	return &Answers{Fixed: map[string]map[string]map[string]any{}, Rows: map[string][]map[string]any{}}
}

// Set writes a cell of a row of fixed meaning.
func (a *Answers) Set(sheet, key, column string, value any) {
	if a.Fixed[sheet] == nil {
		a.Fixed[sheet] = map[string]map[string]any{}
	}
	if a.Fixed[sheet][key] == nil {
		a.Fixed[sheet][key] = map[string]any{}
	}
	a.Fixed[sheet][key][column] = value
}
