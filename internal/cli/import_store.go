package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/commune"
	"ntm/internal/docket"
	"ntm/internal/evidence"
	"ntm/internal/problem"
	"ntm/internal/store"
)

// together is how many reports are put on the disk at once.
const together = 100

// bundleExtension is that of a store which goes from one office to another.
const bundleExtension = ".ntm"

// incoming is one report on its way into the store.
type incoming struct {
	Item
	a      *assess.Assessment
	files  []evidence.File
	change store.Change

	parts []commune.Part // what it says
	shown assess.Commune
	year  int
	again bool // it came in before, and is made current again
}

// imports puts reports into the store, some at a time.
type imports struct {
	*importOptions
	ctx     context.Context
	st      *store.Store
	bulk    Bulk
	keeper  Keeper
	by      string
	version string

	waiting []incoming
	sums    tally
	fresh   int // reports that were new
	known   int // that were there
}

// keep imports into the store.
func (o *importOptions) keep(ctx context.Context, w World, st *store.Store) error {
	by, err := o.by(w)
	if err != nil {
		return err
	}
	lib, err := o.load(w)
	if err != nil {
		return err
	}
	bundles, reports := parted(
		o.given,
		func(name string) bool { return strings.EqualFold(filepath.Ext(name), bundleExtension) },
	)
	files, lost := inputs(reports)
	m := &imports{
		importOptions: o,
		ctx:           ctx,
		st:            st,
		bulk:          Bulk{Lib: lib, Year: o.year},
		by:            by,
		version:       w.Version,
		sums:          tally{lost: lost},
	}
	for _, file := range bundles {
		if err := m.bundle(w, file); err != nil {
			return err
		}
	}
	if len(reports) == 0 {
		return nil
	}
	if err := Each(&m.bulk, w, files, m.prepare, m.take); err != nil {
		return err
	}
	if err := m.flush(w); err != nil {
		return err
	}
	if !o.json {
		s := newScreen(w)
		s.line(
			"%s",
			s.strong(
				"Đã nhập %d báo cáo, %d đã có từ trước; %d không nhập được; %d lưu ý.",
				m.fresh,
				m.known,
				m.sums.failed,
				m.sums.notes,
			),
		)
		if s.failures(&m.sums); s.err != nil {
			return s.err
		}
	}
	return m.sums.err()
}

// parted tells the names that are so from the others.
func parted(names []string, so func(string) bool) (yes, no []string) {
	for _, n := range names {
		if so(n) {
			yes = append(yes, n)
		} else {
			no = append(no, n)
		}
	}
	return yes, no
}

// prepare judges a report and makes of it what the store keeps.
func (m *imports) prepare(i Item) incoming {
	out := incoming{Item: i}
	if i.Reading == nil {
		return out
	}
	var err error
	if out.a, err = Judge(&m.bulk, i.Reading.Report, m.version); err == nil {
		if out.files, _, err = EvidenceOf(m.ctx, i.Reading.Report, i.File); err == nil {
			out.change, err = m.keeper.Received(out.a, out.files, m.by, i.Name())
		}
	}
	if err != nil {
		out.Err = problem.In(i.File, err)
	}
	return out
}

// take keeps a report until all were read: of two of one commune and year neither is
// imported.
func (m *imports) take(w World, i incoming) error {
	notes(w, i.Said())
	if i.Err != nil || i.IsNotes() {
		m.sums.add(&i.Item)
		return nil //nolint:nilerr // it is among the sums; the other reports go on
	}
	i.parts, i.shown, i.year = i.Reading.Report.Contents(), i.a.Commune, i.a.Year
	i.a, i.Reading.Report = nil, nil // nobody needs them any more
	m.waiting = append(m.waiting, i)
	return nil
}

// twice gives those of which there are two different ones an error that names both.
func (m *imports) twice() {
	type key struct {
		province, commune string
		year              int
	}
	of := map[key][]*incoming{}
	for i := range m.waiting {
		e := &m.waiting[i].change.Events[0]
		at := key{e.Province, e.Commune, e.Year}
		of[at] = append(of[at], &m.waiting[i])
	}
	for _, same := range of {
		first := same[0].change.Documents[0].Digest
		if !slices.ContainsFunc(same, func(i *incoming) bool { return i.change.Documents[0].Digest != first }) {
			continue // one report, given twice
		}
		for _, i := range same {
			var others []string
			for _, o := range same {
				if o != i {
					others = append(others, o.Name())
				}
			}
			i.Err = problem.List{
				{
					File: i.Name(),
					Message: fmt.Sprintf(
						"%s, năm %d: xã này còn báo cáo khác cùng năm ở %s; không nhập bản nào",
						i.shown.Title,
						i.year,
						strings.Join(others, ", "),
					),
					Hint: "giữ một bản, bỏ bản kia rồi nhập lại",
				},
			}
		}
	}
}

// flush puts what waits on the disk, some at a time, and only then says so.
func (m *imports) flush(w World) error {
	m.twice()
	for part := range slices.Chunk(m.waiting, together) {
		if w.Context.Err() != nil {
			return ErrStopped
		}
		if err := m.flushPart(w, part); err != nil {
			return err
		}
	}
	return nil
}

func (m *imports) flushPart(w World, part []incoming) error {
	var changes []store.Change
	var of []int // the place in part of each change
	for i := range part {
		if part[i].Err == nil {
			if err := m.against(&part[i]); err != nil {
				return err
			}
		}
		if part[i].Err == nil {
			changes, of = append(changes, part[i].change), append(of, i)
		}
	}
	refusals := make([]error, len(part))
	var found []error
	var err error
	if len(changes) > 0 {
		found, err = m.st.Append(m.ctx, changes...)
	}
	if err != nil {
		return err
	}
	for k, i := range of {
		refusals[i] = found[k]
	}
	s := newScreen(w)
	for i := range part {
		m.told(s, &part[i], refusals[i])
	}
	return s.err
}

// against holds a report against the current one of its commune and year: one that
// would lose something is an error, and one that came in before is made current again.
func (m *imports) against(i *incoming) error {
	e := &i.change.Events[0]
	d, err := DossierOf(m.ctx, m.st, e.Province, e.Commune, e.Year)
	if err != nil {
		return err
	}
	digest := i.change.Documents[0].Digest
	if !m.force {
		if err := Loses(m.ctx, m.st, m.bulk.Lib, d, digest, i.parts); IsLosing(err) {
			i.Err = problem.In(i.Name(), err)
			return nil
		} else if err != nil {
			return err
		}
	}
	n := len(d.Reports)
	if i.again = n > 1 && d.Reports[n-1].Digest != digest &&
		slices.ContainsFunc(d.Reports, func(r docket.ReportRef) bool { return r.Digest == digest }); i.again {
		*e, err = docket.Again(*e)
	}
	return err
}

// importedJSON is what became of one report.
type importedJSON struct {
	File    string         `json:"file"`
	Commune assess.Commune `json:"commune"`
	Year    int            `json:"year"`
	Status  string         `json:"status"` // imported, known, refused
	Message string         `json:"message,omitempty"`
	Report  string         `json:"report"` // its digest
}

// told tells what became of a report.
func (m *imports) told(s *screen, i *incoming, refusal error) {
	line := importedJSON{
		File:    i.Name(),
		Commune: i.shown,
		Year:    i.year,
		Status:  "imported",
		Report:  i.change.Documents[0].Digest,
	}
	word := s.good("đã nhập")
	var already *docket.Already
	switch {
	case i.Err != nil:
		line.Status, line.Message, word = "refused", i.Err.Error(), s.bad("không nhập")
	case errors.As(refusal, &already):
		m.known++
		line.Status, line.Message, word = "known", refusal.Error(), s.faint("đã có")
	case refusal != nil:
		line.Status, line.Message, word = "refused", refusal.Error(), s.bad("không nhập")
		i.Err = problem.In(i.File, Refused(i.shown.Title, refusal))
	default:
		m.fresh++
	}
	m.sums.add(&i.Item)
	if m.json {
		s.json(line)
		return
	}
	text := fmt.Sprintf("%s %s, năm %d", i.shown.Code, i.shown.Title, i.year)
	if i.again && line.Status == "imported" {
		text += ": bản đã nhập trước đây, nay lại là bản đang dùng"
	}
	s.line("%s: %s", word, strings.TrimSpace(text))
}

// bundle merges a store that another office handed over.
func (m *imports) bundle(w World, file string) error {
	other, err := openBundle(m.ctx, file)
	if err != nil {
		return err
	}
	defer other.Close() //nolint:errcheck // opened for reading
	of, err := other.Subjects(m.ctx, "", "")
	if err != nil {
		return err
	}
	w, p := newProgress(w, "đã nhập", len(of))
	defer p.clear()
	choose := store.Choice(WithoutDecisions)
	if m.decisions {
		choose = nil
	}
	added, left, err := m.st.MergeSome(m.ctx, other.Store, of, choose, func(n int) {
		for range n {
			p.step()
		}
	})
	if err != nil {
		return problem.In(file, err)
	}
	s := newScreen(w)
	if m.json {
		s.json(mergedJSON{file, len(of), len(added), CountedByKind(added), CountedByKind(left)})
		return s.err
	}
	s.line("%s: %d xã và hội đồng, %d việc mới được ghi", file, len(of), len(added))
	if len(added) > 0 {
		s.item(2, "Đã ghi:", KindWords(CountedByKind(added)))
	}
	if len(left) > 0 {
		s.item(2, s.unknown("Để lại, không ghi:"), KindWords(CountedByKind(left)))
		s.item(
			2,
			"",
			"Việc của hội đồng, biểu quyết, công nhận, sáp nhập trong tệp của nơi khác, và những việc sau đó của cùng hồ sơ, chỉ được ghi khi thêm --with-decisions; chỉ thêm khi biết chắc tệp do nơi có thẩm quyền gửi.",
		)
	}
	for _, name := range m.conflicts(of) {
		s.item(2, s.bad("Cần xem:"), name)
	}
	return s.err
}

// mergedJSON is what became of a file of events.
type mergedJSON struct {
	File     string   `json:"file"`
	Subjects int      `json:"subjects"`
	Added    int      `json:"added"`
	Events   []ByKind `json:"events"`   // that were added
	LeftOut  []ByKind `json:"left_out"` // that come in with --with-decisions only
}

// conflicts are the communes and councils in which events of two offices contradict.
func (m *imports) conflicts(of []store.Subject) (names []string) {
	for _, subject := range of {
		if subject.Council != "" {
			all, err := m.st.Councils(m.ctx, subject.Province)
			if err == nil &&
				slices.ContainsFunc(
					all,
					func(c *docket.Council) bool { return c.ID == subject.Council && len(c.Conflicts) > 0 },
				) {
				names = append(
					names,
					fmt.Sprintf("hội đồng %s: có việc của hai nơi trái nhau (ntm doctor)", subject.Council),
				)
			}
		}
		if subject.Commune == "" {
			continue
		}
		c, err := m.st.Commune(m.ctx, subject.Province, subject.Commune)
		if err == nil && slices.ContainsFunc(c.Dossiers, func(d *docket.Dossier) bool { return len(d.Conflicts) > 0 }) {
			names = append(names, fmt.Sprintf("%s: có việc của hai nơi trái nhau (ntm show %s)", c.Name(), c.Key))
		}
	}
	return names
}
