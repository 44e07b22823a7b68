package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"ntm/criteria"
	"ntm/internal/docket"
	"ntm/internal/office"
	"ntm/internal/papers"
	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/provincial"
	"ntm/internal/store"
	"ntm/internal/term"
	"ntm/internal/vi"
	"ntm/internal/whole"
)

type reportOptions struct {
	packs
	stored
	more     []string
	province string
	year     int
	out      string
	at       atFlag
	force    bool
	json     bool
}

func newReport(w World) *cobra.Command {
	var opts reportOptions
	cmd := &cobra.Command{
		Use:     "report [TỆP_KHO…] --year NĂM [tùy chọn]",
		Aliases: []string{"bao-cao"},
		Short:   "Báo cáo của tỉnh hoặc cả nước: số xã theo mức, tiêu chí khó, nguồn lực",
		Long: `Tổng hợp các xã trong kho dữ liệu của một năm: số xã theo mức và danh hiệu, số tiêu chí đạt
bình quân, phân bố, tiêu chí khó nhất, nguồn lực, từng huyện (hoặc từng tỉnh), thứ tự các xã
theo phần còn thiếu, so với năm trước. In ra màn hình; với -o ghi thêm ra tệp Excel.

Không ghi --province: cả nước. Ghi thêm các TỆP_KHO (kho hoặc tệp .ntm của các tỉnh) thì báo cáo
gộp các kho ấy; xã có ở nhiều kho chỉ tính một lần.`,
		Example: `  ntm report --province "Thanh Hóa" --year 2023
  ntm report --province "Thanh Hóa" --year 2023 -o bao-cao-tinh.xlsx
  ntm report thanh-hoa.ntm nghe-an.ntm --year 2023 -o ca-nuoc.xlsx`,
		RunE: func(cmd *cobra.Command, given []string) error {
			opts.more = given
			return opts.run(cmd.Context(), w)
		},
	}
	f := cmd.Flags()
	f.StringVar(&opts.province, "province", "", "chỉ `TỈNH` này; không ghi là cả nước")
	f.IntVar(&opts.year, "year", 0, "`NĂM` báo cáo")
	f.StringVarP(&opts.out, "output", "o", "", "ghi ra `TỆP.xlsx`")
	f.Var(&opts.at, "at", "`NGÀY` ghi trong báo cáo; không ghi thì là ngày chạy")
	f.BoolVar(&opts.force, "force", false, "ghi đè tệp đã có")
	f.BoolVar(&opts.json, "json", false, "in kết quả dạng JSON")
	opts.storeFlag(f)
	opts.flags(f)
	return cmd
}

func (o *reportOptions) run(ctx context.Context, w World) error {
	switch {
	case o.year < 2000 || o.year > 2100:
		return usage("còn thiếu --year", "ghi năm báo cáo, ví dụ: --year 2023")
	case o.out != "" && !strings.EqualFold(filepath.Ext(o.out), ".xlsx"):
		return usage(fmt.Sprintf("tệp %q không phải .xlsx", o.out), "ví dụ: -o bao-cao-tinh.xlsx")
	case len(o.more) > 0 && o.db != "":
		return usage("ghi các TỆP_KHO hoặc --db, không ghi cả hai", "ví dụ: ntm report thanh-hoa.ntm nghe-an.ntm --year 2023")
	}
	if o.out != "" {
		if err := whole.May(o.out, o.force); err != nil {
			return err
		}
	}
	lib, err := o.load(w)
	if err != nil {
		return err
	}
	g := &gathering{year: o.year, now: map[string]gathered{}, before: map[string]gathered{}, titles: map[string][]docket.Title{}, declared: map[int]map[string]docket.Title{o.year: {}, o.year - 1: {}}}
	var old problem.List
	if len(o.more) == 0 {
		err = o.in(ctx, w, func(st *store.Store) error {
			return st.Moment(ctx, func(st *store.Store) error {
				if err := g.add(ctx, st, o.province); err != nil {
					return err
				}
				old, _, err = staleAmong(ctx, w, st, &o.packs, g.counted, chosenBy(o.province, o.year))
				return err
			})
		})
	}
	var lacking problem.List // files that know nothing of the province
	for _, file := range o.more {
		if err = g.addFile(ctx, file, o.province); err == nil {
			continue
		}
		if !errors.Is(err, office.ErrNoSuchProvince) {
			break
		}
		lacking, err = append(lacking, problem.Of(err)...), nil
	}
	if err == nil && len(lacking) > 0 && len(lacking) == len(o.more) {
		err = lacking
	}
	if err != nil {
		return err
	}
	scope := provincial.Scope{Year: o.year, Province: g.province.Name, Listed: listedCommunes(o.year, g.province)}
	s := provincial.Summarise(scope, g.communes(g.now, o.year), g.communes(g.before, o.year-1), criterionNames(lib))
	if s.Communes == 0 {
		return noReports(g.province, o.year)
	}
	if o.out != "" {
		at := w.Now()
		if o.at.set {
			at = o.at.time
		}
		if err := whole.Write(o.out, o.force, func(out io.Writer) error { return papers.WriteReport(out, s, at) }); err != nil {
			return err
		}
	}
	if o.json {
		notes(w, old)
		return printJSON(w.Stdout, s)
	}
	view := newScreen(w)
	view.report(s)
	view.Notes(old)
	if o.out != "" {
		view.Line("")
		view.Line("Đã ghi báo cáo: %s", o.out)
	}
	return view.Err
}

// noReports tells that nothing was assessed in a year, and of which province.
func noReports(of places.Province, year int) error {
	p := problem.Problem{
		Message: fmt.Sprintf("kho dữ liệu chưa có báo cáo nào đã đánh giá của năm %d", year),
		Hint:    "nhập báo cáo: ntm import TỆP; xem các năm đã có: ntm list",
	}
	if of.Title != "" {
		p.Message += " của " + of.Title
	}
	if gone := office.GoneIn(of, year); gone != "" {
		p.Hint = fmt.Sprintf("%s: ghi --province %q", gone, of.Home)
	}
	return p
}

// gathering is the communes of a report, from one store or several.
type gathering struct {
	year        int
	province    places.Province
	now, before map[string]gathered
	titles      map[string][]docket.Title
	counted     []*docket.Dossier // of the year
	declared    map[int]map[string]docket.Title
}

// gathered is a commune, and when it was assessed: of two stores the newer counts.
type gathered struct {
	provincial.Commune
	at     time.Time
	result string
}

// olderThan decides by what was said where the times are one: in which order the
// stores were named never shows.
func (c gathered) olderThan(a *docket.AssessmentRef) bool {
	return c.at.Before(a.At) || c.at.Equal(a.At) && c.result < a.Result
}

func (g *gathering) addFile(ctx context.Context, file, province string) error {
	st, err := openBundle(ctx, file)
	if err != nil {
		return err
	}
	return errors.Join(g.add(ctx, st.Store, province), st.Close())
}

func (g *gathering) add(ctx context.Context, st *store.Store, province string) error {
	p, err := office.StoredProvince(ctx, st, province)
	if err != nil {
		return err
	}
	if p.Home != "" {
		g.province = p
	}
	holders, err := st.Holders(ctx, store.Filter{Province: p.Home})
	if err != nil {
		return err
	}
	for _, h := range holders {
		key := h.Province + "\x00" + h.Commune
		g.titles[key] = docket.JoinTitles(g.titles[key], h.Titles)
	}
	for _, year := range []int{g.year, g.year - 1} {
		into := map[int]map[string]gathered{g.year: g.now, g.year - 1: g.before}[year]
		f := office.Within(p)
		f.Year = year
		found, err := st.Dossiers(ctx, f)
		if err != nil {
			return err
		}
		said, err := office.DeclaredTitles(ctx, st, found, func(key string) []docket.Title { return g.titles[key] })
		if err != nil {
			return err
		}
		maps.Copy(g.declared[year], said)
		if year == g.year {
			g.counted = append(g.counted, found...)
		}
		for _, d := range found {
			key := d.Province + "\x00" + d.Commune
			if d.Assessment == nil || !into[key].olderThan(d.Assessment) {
				continue
			}
			c := provincial.Commune{Code: d.Unit().Code, Name: d.Place.Name, District: d.Place.District, Province: provinceOf(d), Brief: d.Assessment.Brief}
			for i := range c.Brief.Levels {
				c.Brief.Levels[i].Indicators = nil // nobody counts them here
			}
			into[key] = gathered{c, d.Assessment.At, d.Assessment.Result}
		}
	}
	return nil
}

func (g *gathering) communes(of map[string]gathered, year int) []provincial.Commune {
	out := make([]provincial.Commune, 0, len(of))
	for key, c := range of {
		c.Held, c.Declared = docket.HeldAt(g.titles[key], year), g.declared[year][key].Level
		out = append(out, c.Commune)
	}
	slices.SortFunc(out, func(a, b provincial.Commune) int {
		return strings.Compare(a.Province+a.Code+a.Name, b.Province+b.Code+b.Name)
	})
	return out
}

// provinceOf is the province under which a dossier is counted: from the reform on that
// of today.
func provinceOf(d *docket.Dossier) string {
	if d.Year >= 2025 && !places.IsDeclared(d.Province) {
		return d.Province
	}
	return d.Place.Province
}

// listedCommunes is how many xã the list of places has in a province, or the country,
// at the end of the year.
func listedCommunes(year int, in places.Province) int {
	n := 0
	for _, p := range places.On(criteria.Day(year, time.December, 31).Time).All() {
		if p.Rural() && (in.Home == "" || p.Home() == in.Home && in.Has(p.Province, year)) {
			n++
		}
	}
	return n
}

// criterionNames finds the names of criteria in the packs.
func criterionNames(lib *criteria.Library) func(standard, no string) string {
	return func(standard, no string) string {
		std, ok := lib.StandardByID(standard)
		if !ok {
			return ""
		}
		for _, c := range std.Criteria {
			if c.No == no {
				return c.Name
			}
		}
		return ""
	}
}

func (s *screen) report(r *provincial.Summary) {
	where := "Cả nước"
	if r.Scope.Province != "" {
		where = r.Scope.Province
	}
	listed := ""
	if r.Scope.Listed > 0 {
		listed = fmt.Sprintf(" trên %d xã trong danh mục", r.Scope.Listed)
	}
	s.Line("%s", s.Strong("%s, năm %d: %d xã có báo cáo%s", where, r.Scope.Year, r.Communes, listed))
	s.Line("")
	s.Line("%s", s.Strong("%s", term.Pad("Mức", 28)+term.Pad("Số xã", 8)+term.Pad("Đủ", 8)+term.Pad("Chưa đủ", 9)+term.Pad("Chưa rõ", 9)+"Tiêu chí bình quân"))
	drafts := 0
	for i := range r.Levels {
		l := &r.Levels[i]
		drafts += l.Drafts
		s.Line("%s", term.Pad("Xã "+l.Level.Title(), 28)+term.Pad(fmt.Sprint(l.Communes), 8)+term.Pad(s.Good("%d", l.Eligible), 8)+term.Pad(s.Bad("%d", l.NotEligible), 9)+term.Pad(s.Unknown("%d", l.Undetermined), 9)+vi.Number(l.Average()))
	}
	for _, t := range r.Titles {
		if t.Level != "" {
			s.Line("%s%d", term.Pad("Danh hiệu cao nhất: "+strings.ToLower(shortLevel[t.Level]), 36), t.Communes)
		}
	}
	if len(r.Declared) > 0 {
		s.Item(0, s.Unknown("Danh hiệu theo báo cáo khai:"), declaredWords(r.Declared)+"; kho dữ liệu chưa ghi quyết định, không tính vào các dòng trên.")
	}
	if drafts > 0 {
		s.Item(0, s.Unknown("DỰ THẢO:"), fmt.Sprintf("%d kết luận dựa trên ngưỡng chưa đối chiếu với quyết định hoặc chưa có.", drafts))
	}
	for i := range r.Levels {
		l := &r.Levels[i]
		s.Line("")
		s.Line("%s", s.Strong("Xã %s", l.Level.Title()))
		var bands []string
		for _, b := range l.Spread {
			bands = append(bands, fmt.Sprintf("%s: %d xã", bandWords(b), b.Communes))
		}
		s.Item(2, "Phân bố:", strings.Join(bands, "; "))
		const most = 5
		for _, h := range l.Hardest[:min(len(l.Hardest), most)] {
			s.Item(2, "Tiêu chí "+h.No, fmt.Sprintf("%s: %d xã chưa đạt, %d xã chưa rõ", h.Name, h.NotMet, h.Unknown))
		}
	}
	if c := r.Capital; c.Communes > 0 {
		s.Line("")
		s.Line("%s", s.Strong("Nguồn lực: %s triệu đồng, %d xã có báo cáo", vi.Number(c.Total), c.Communes))
		for _, one := range c.Sources {
			s.Item(2, one.Source.Title()+":", vi.Number(one.Value))
		}
	}
	if b := r.Before; b != nil {
		s.Line("")
		s.Line("%s", s.Strong("So với năm %d (%d xã có cả hai năm)", b.Year, b.Both))
		for _, l := range b.Levels {
			s.Item(2, "Xã "+l.Level.Title()+":", fmt.Sprintf("đủ điều kiện %d → %d (thêm %d, mất %d)", l.EligibleWas, l.EligibleIs, l.Gained, l.Lost))
		}
	}
}

func bandWords(b provincial.Spread) string {
	switch b.From {
	case b.To:
		return fmt.Sprintf("%d/%d", b.From, b.Total)
	case 0:
		return fmt.Sprintf("dưới %d", b.To+1)
	}
	return fmt.Sprintf("%d–%d", b.From, b.To)
}
