package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"ntm/criteria"
	"ntm/internal/commune"
	"ntm/internal/docket"
	"ntm/internal/merger"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/store"
	"ntm/internal/term"
	"ntm/internal/vi"
)

type mergeOptions struct {
	packs
	stored
	acting
	into    string
	from    []string
	held    []string
	year    int
	preview bool
	force   bool
	json    bool
}

func newMerge(w World) *cobra.Command {
	var opts mergeOptions
	cmd := &cobra.Command{
		Use:     "merge XÃ_MỚI [tùy chọn]",
		Aliases: []string{"sap-nhap"},
		Short:   "Lập hồ sơ của xã mới từ các xã sáp nhập",
		Long: `Lập hồ sơ khởi đầu của xã mới trong kho dữ liệu: danh hiệu xã mới giữ và mức phải phấn đấu theo
267/BNN-VPĐP, số liệu cộng từ các xã cũ khi cộng được (tử số và mẫu số, số đếm), còn lại để trống
kèm lý do. Thu nhập bình quân không bao giờ lấy trung bình.

Xã của cuộc sắp xếp ngày 1/7/2025 có sẵn danh sách xã cũ. Lần sáp nhập khác thì ghi từng xã cũ
bằng --from. Danh hiệu của xã cũ lấy từ kho dữ liệu; xã nào kho chưa biết thì ghi bằng --held,
nếu không mức của xã mới để chưa rõ. Nên xem trước bằng --preview.`,
		Example: `  ntm merge 30526 --preview
  ntm merge 30526 --held 30532=chua --held 30526=ntm
  ntm merge 16492 --year 2024 --from 16492 --from 16495`,
		Args: args("XÃ_MỚI"),
		RunE: func(cmd *cobra.Command, given []string) error {
			opts.into = given[0]
			return opts.in(cmd.Context(), w, func(st *store.Store) error { return opts.run(cmd.Context(), w, st) })
		},
	}
	f := cmd.Flags()
	f.StringArrayVar(&opts.from, "from", nil, "một `XÃ` cũ; dùng nhiều lần; không ghi thì theo bảng sắp xếp ngày 1/7/2025")
	f.StringArrayVar(&opts.held, "held", nil, "danh hiệu của một xã cũ: `XÃ=MỨC`, MỨC là ntm, nang-cao, kieu-mau hoặc chua; dùng nhiều lần")
	f.IntVar(&opts.year, "year", 2025, "`NĂM` của hồ sơ xã mới")
	f.BoolVar(&opts.preview, "preview", false, "chỉ xem, không ghi vào kho dữ liệu")
	f.BoolVar(&opts.force, "force", false, "thay cả báo cáo mà chính xã mới đã nộp")
	f.BoolVar(&opts.json, "json", false, "in kết quả dạng JSON")
	opts.storeFlag(f)
	opts.asFlag(f)
	opts.flags(f)
	return cmd
}

// mergedPart is an old commune with what the store knows of it.
type mergedPart struct {
	merger.Part
	place  places.Unit
	listed bool // place is it
	level  criteria.Level
	known  bool
	report *commune.Report
	ofYear int // of the report
}

// mergeView is what a merger comes to.
type mergeView struct {
	Schema  string        `json:"schema"`
	Commune string        `json:"commune"`
	Title   string        `json:"title"`
	Year    int           `json:"year"`
	Start   merger.Start  `json:"start"`
	Parts   []mergedView  `json:"parts"`
	Summed  []string      `json:"summed"` // ids of figures
	Open    []merger.Open `json:"open"`
}

type mergedView struct {
	merger.Part
	Level  criteria.Level `json:"level"`
	Known  bool           `json:"known"`
	Report int            `json:"report,omitempty"` // the year of its newest report
}

func (o *mergeOptions) run(ctx context.Context, w World, st *store.Store) error {
	by, err := o.by(w)
	if err != nil {
		return err
	}
	lib, err := o.load(w)
	if err != nil {
		return err
	}
	into, err := places.Find(o.into, criteria.Day(o.year, time.December, 31).Time)
	if err != nil {
		return err
	}
	if !into.Rural() {
		return problem.Problem{Message: into.String() + " không phải là xã nên không xét nông thôn mới", Hint: "kiểm tra lại mã hoặc tên xã"}
	}
	parts, err := o.parts(into)
	if err != nil {
		return err
	}
	if err := o.known(ctx, st, lib, into, parts); err != nil {
		return err
	}
	held, reported := make([]merger.Held, len(parts)), make([]merger.Reported, len(parts))
	view := mergeView{Schema: "ntm.merge.v1", Commune: into.Code, Title: into.String(), Year: o.year, Summed: []string{}, Open: []merger.Open{}}
	for i, p := range parts {
		held[i] = merger.Held{Part: p.Part, Level: p.level, Known: p.known}
		reported[i] = merger.Reported{Part: p.Part, Report: p.report}
		view.Parts = append(view.Parts, mergedView{p.Part, p.level, p.known, p.ofYear})
	}
	view.Start = merger.StartingLevel(held)
	report, open := merger.Figures(commune.Where{Code: into.Code}, o.year, reported, lib)
	view.Open = append(view.Open, open...)
	for _, f := range report.Figures {
		view.Summed = append(view.Summed, f.ID)
	}
	if !o.preview {
		if err := o.write(ctx, w, st, lib, by, into, parts, report, &view); err != nil {
			return err
		}
	}
	if o.json {
		return printJSON(w.Stdout, view)
	}
	s := newScreen(w)
	s.merged(&view, o.preview)
	return s.Err
}

// parts are the old communes: those that were named, else those of the table.
func (o *mergeOptions) parts(into places.Unit) ([]mergedPart, error) {
	var out []mergedPart
	if len(o.from) == 0 {
		origins, ok := places.Origins(into.Code)
		if !ok {
			return nil, problem.Problem{Message: fmt.Sprintf("%s không có trong bảng sắp xếp ngày 1/7/2025", into), Hint: "ghi từng xã cũ bằng --from"}
		}
		for _, p := range origins {
			out = append(out, mergedPart{Part: merger.PartOf(p), place: p.Place, listed: p.Known})
		}
		return out, nil
	}
	day := criteria.Day(o.year-1, time.December, 31).Time
	var wrong problem.List
	for _, name := range o.from {
		p, err := places.Find(name, day)
		if err != nil {
			wrong = append(wrong, problem.Of(err)...)
			continue
		}
		out = append(out, mergedPart{Part: merger.PartOf(places.Part{Text: p.String(), Place: p, Known: true}), place: p, listed: true})
	}
	return out, wrong.Err()
}

// known finds what the store and the command line know of the parts.
func (o *mergeOptions) known(ctx context.Context, st *store.Store, lib *criteria.Library, into places.Unit, parts []mergedPart) error {
	for i := range parts {
		p := &parts[i]
		if !p.listed {
			continue
		}
		c, err := st.Commune(ctx, p.place.Home(), p.place.Key())
		if err != nil {
			return err
		}
		if len(c.Titles) > 0 {
			p.level, p.known = docket.HeldAt(c.Titles, o.year), true
		}
		for _, d := range c.Dossiers {
			if ref := d.Report(); ref != nil && d.Year < o.year || ref != nil && c.Key != into.Key() && d.Year == o.year {
				if p.report, err = office.KeptReport(ctx, st, c.Province, ref.Digest, lib.Figures); err != nil {
					return err
				}
				p.ofYear = d.Year
				p.title()
			}
		}
	}
	return o.said(parts)
}

// title takes over what the newest report says of the commune's titles, where the
// store has none.
func (p *mergedPart) title() {
	if p.known {
		return
	}
	for _, r := range p.report.Recognitions {
		if r.Decision != "" && (p.level == "" || slices.Index(criteria.Levels, r.Level) > slices.Index(criteria.Levels, p.level)) {
			p.level, p.known = r.Level, true
		}
	}
}

// said takes over the titles that the command line tells.
func (o *mergeOptions) said(parts []mergedPart) error {
	for _, text := range o.held {
		name, level, ok := strings.Cut(text, "=")
		i := slices.IndexFunc(parts, func(p mergedPart) bool { return p.Code == strings.TrimSpace(name) && p.Code != "" })
		if !ok || i < 0 {
			var codes []string
			for _, p := range parts {
				codes = append(codes, strings.Join(vi.NonEmpty(p.Code, p.Title), " "))
			}
			return usage(fmt.Sprintf("đọc thấy --held %q", text), "ghi mã một xã cũ rồi =mức; các xã cũ: "+strings.Join(codes, "; "))
		}
		parts[i].level, parts[i].known = "", true
		if level = strings.TrimSpace(level); level != "chua" {
			if err := parts[i].level.UnmarshalText([]byte(level)); err != nil {
				return usage(fmt.Sprintf("đọc thấy mức %q", level), "mức là ntm, nang-cao, kieu-mau hoặc chua")
			}
		}
	}
	return nil
}

// mergedFile is what the reports of sums are from.
const mergedFile = "số liệu cộng từ các xã sáp nhập"

// write puts the new commune into the store, and ends the old ones.
func (o *mergeOptions) write(ctx context.Context, w World, st *store.Store, lib *criteria.Library, by string, into places.Unit, parts []mergedPart, report *commune.Report, view *mergeView) error {
	a, err := office.Judge(lib, report, w.Version)
	if err != nil {
		return err
	}
	var k office.Keeper
	change, err := k.Received(a, nil, by, mergedFile)
	if err != nil {
		return err
	}
	e := change.Events[0]
	if d, err := office.DossierOf(ctx, st, e.Province, e.Commune, e.Year); err != nil {
		return err
	} else if now := d.Report(); now != nil && now.File != mergedFile && !o.force {
		notes(w, problem.List{office.OwnReport(d)})
		change.Events, change.Documents = nil, nil // the merger is written down all the same
	}
	at, err := report.Place()
	if err != nil {
		return err
	}
	body := docket.MergedBody{Place: docket.PlaceOf(at), Words: view.Start.Words, Status: view.Start.Source}
	if l := view.Start.Levels; l != nil {
		body.Level, body.Toward, body.Status = l.Held, l.Toward, string(l.HeldBasis)
	}
	var ended []docket.Event
	for _, p := range parts {
		part := docket.MergedPart{Title: p.Title, Level: p.level, Whole: !p.Partly}
		if p.listed {
			part.Province, part.Commune = p.place.Home(), p.place.Key()
			if !p.Partly && part.Commune != into.Key() {
				ended = append(ended, docket.New(docket.MergedInto, by, part.Province, part.Commune, o.year,
					docket.MergedIntoBody{Province: into.Home(), Commune: into.Key(), Title: into.String()}))
			}
		}
		body.Parts = append(body.Parts, part)
	}
	change.Events = append([]docket.Event{docket.New(docket.Merged, by, into.Home(), into.Key(), o.year, body)}, append(change.Events, ended...)...)
	err = st.AppendOne(ctx, change)
	var already *docket.Already
	if errors.As(err, &already) || docket.IsRefusal(err) {
		return office.Refused(fmt.Sprintf("%s, năm %d", into, o.year), err)
	}
	return err
}

func (s *screen) merged(v *mergeView, preview bool) {
	s.Line("%s", s.Strong("%s, năm %d", vi.Capital(v.Title), v.Year))
	for _, p := range v.Parts {
		title := s.Unknown("chưa biết danh hiệu")
		switch {
		case p.Known && p.Level == "":
			title = "chưa có danh hiệu"
		case p.Known:
			title = "xã " + p.Level.Title()
		}
		report := "chưa có báo cáo trong kho"
		if p.Report > 0 {
			report = fmt.Sprintf("báo cáo năm %d", p.Report)
		}
		s.Item(2, "-", strings.Join(vi.NonEmpty(p.Title, p.Code), " ")+": "+title+"; "+report)
	}
	s.Item(0, "Mức khởi đầu:", v.Start.Words+" ("+v.Start.Source+")")
	s.Line("Số liệu cộng được: %d; để trống: %d.", len(v.Summed), len(v.Open))
	reasons := map[string][]string{}
	var order []string
	for _, open := range v.Open {
		if _, known := reasons[open.Reason]; !known {
			order = append(order, open.Reason)
		}
		reasons[open.Reason] = append(reasons[open.Reason], open.Name)
	}
	for _, reason := range order {
		names := reasons[reason]
		const most = 3
		more := ""
		if len(names) > most {
			more = fmt.Sprintf(" và %d số liệu khác", len(names)-most)
		}
		s.Item(2, "-", vi.Capital(reason)+": "+strings.Join(names[:min(most, len(names))], "; ")+more)
	}
	if preview {
		s.Line("Chưa ghi gì vào kho dữ liệu; bỏ --preview để ghi.")
	} else {
		s.Line("Đã ghi hồ sơ xã mới vào kho dữ liệu; xem: %s", term.CommandLine("show", v.Commune))
	}
}
