package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"ntm/internal/cli/command"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/store"
)

// imports tells what becomes of reports that come into the store.
type imports struct {
	*importOptions
	st     *store.Store
	beside string // the folder of the evidence of the store
	sums   tally
	fresh  int // reports that were new
	known  int // that were there
}

// keep imports into the store.
func (o *importOptions) keep(ctx context.Context, w World, st *store.Store) error {
	by, err := o.By(w)
	if err != nil {
		return err
	}
	ctx, lib, err := o.Begin(ctx, w)
	if err != nil {
		return err
	}
	var bundles, reports []string
	for _, name := range o.Given {
		if strings.EqualFold(filepath.Ext(name), office.BundleExtension) {
			bundles = append(bundles, name)
		} else {
			reports = append(reports, name)
		}
	}
	files, lost := office.Inputs(reports, o.Extensions()...)
	m := &imports{importOptions: o, st: st, sums: tally{lost: lost}}
	if m.beside, err = o.Evidence(w); err != nil {
		return err
	}
	for _, file := range bundles {
		if err := m.bundle(ctx, w, file); err != nil {
			return err
		}
	}
	if len(reports) == 0 {
		return nil
	}
	in := office.Intake{Store: st, Lib: lib, Year: o.Year, By: by, Version: w.Version, Force: o.force}
	watched, p := command.Underway(w, "đã đọc", len(files))
	defer p.Clear()
	view := newScreen(w)
	err = in.TakeIn(ctx, files, func(i *office.Incoming) error {
		p.Step()
		command.Notes(watched, i.Said())
		if i.Err != nil || i.IsNotes() { // it cannot come in
			m.sums.add(&i.Item)
		}
		return nil
	}, func(i *office.Incoming) error {
		p.Clear()
		m.told(view, i)
		return view.Err
	})
	if err != nil {
		return err
	}
	if !o.json {
		s := newScreen(w)
		s.Line("%s", s.Strong("Đã nhập %d báo cáo, %d đã có từ trước; %d không nhập được; %d lưu ý.", m.fresh, m.known,
			m.sums.failed, m.sums.notes))
		if s.failures(&m.sums); s.Err != nil {
			return s.Err
		}
	}
	return m.sums.err()
}

// importedJSON is what became of one report.
type importedJSON struct {
	File    string      `json:"file"`
	Commune places.Unit `json:"commune"`
	Year    int         `json:"year"`
	Status  string      `json:"status"` // imported, known, refused
	Message string      `json:"message,omitempty"`
	Report  string      `json:"report"` // its digest
}

// told tells what became of a report.
func (m *imports) told(s *screen, i *office.Incoming) {
	line := importedJSON{File: i.Name(), Commune: i.Commune, Year: i.Of, Status: "imported", Report: i.Digest}
	word := s.Good("đã nhập")
	switch {
	case i.Known:
		m.known++
		line.Status, line.Message, word = "known", i.Refusal.Error(), s.Faint("đã có")
	case i.Err != nil:
		line.Status, line.Message, word = "refused", i.Err.Error(), s.Bad("không nhập")
		if i.Refusal != nil {
			line.Message = i.Refusal.Error()
		}
	default:
		m.fresh++
	}
	m.sums.add(&i.Item)
	if m.json {
		s.JSON(line)
		return
	}
	text := fmt.Sprintf("%s %s, năm %d", i.Commune.Code, i.Commune.Title(), i.Of)
	if i.Again && line.Status == "imported" {
		text += ": bản đã nhập trước đây, nay lại là bản đang dùng"
	}
	if line.Status == "imported" && i.Version > 1 && !i.Again {
		text += fmt.Sprintf(": bản thứ %d, thay bản trước; %s", i.Version, changedWords(i.Changed))
	}
	s.Line("%s: %s", word, strings.TrimSpace(text))
}

// bundle merges a store that another office handed over.
func (m *imports) bundle(ctx context.Context, w World, file string) error {
	begin, end := command.Counting(w, "đã nhập")
	over, err := office.TakeOver(ctx, m.st, m.beside, file, m.decisions, func(n int) func(int) {
		return begin(n).Steps
	})
	end()
	if err != nil {
		return err
	}
	s := newScreen(w)
	if m.json {
		s.JSON(over)
		return s.Err
	}
	s.Line("%s: %d xã và hội đồng, %d việc mới được ghi", file, over.Subjects, over.Added)
	if len(over.Events) > 0 {
		s.Item(2, "Đã ghi:", office.KindWords(over.Events))
	}
	if len(over.LeftOut) > 0 {
		s.Item(2, s.Unknown("Để lại, không ghi:"), office.KindWords(over.LeftOut))
		s.Item(2, "", "Việc của hội đồng, biểu quyết, công nhận, sáp nhập trong tệp của nơi khác, và những việc sau "+
			"đó của cùng hồ sơ, chỉ được ghi khi thêm --with-decisions; chỉ thêm khi biết chắc tệp do nơi có thẩm "+
			"quyền gửi.")
	}
	for _, name := range over.Conflicts {
		s.Item(2, s.Bad("Cần xem:"), name)
	}
	return command.Placed(w, s.Screen, m.beside, over.Evidence)
}

// changedWords names the figures that a new version of a report has otherwise.
func changedWords(names []string) string {
	if len(names) == 0 {
		return "không số liệu nào đổi"
	}
	return fmt.Sprintf("%d số liệu đổi: %s", len(names), fewFigures(names))
}

// fewFigures names the first three, and counts the others.
func fewFigures(names []string) string {
	const most = 3
	if len(names) <= most {
		return strings.Join(names, "; ")
	}
	return fmt.Sprintf("%s và %d số liệu khác", strings.Join(names[:most], "; "), len(names)-most)
}
