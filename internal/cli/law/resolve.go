package law

import (
	"slices"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/office/lawdesk"
	"ntm/internal/places"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

type criteriaResolveOptions struct {
	asked
	commune string
	year    int
	date    command.DateFlag
	traits  []string
	unknown bool
	level   command.LevelFlag
}

func newCriteriaResolve(w command.World) *cobra.Command {
	var opts criteriaResolveOptions
	cmd := &cobra.Command{
		Use:     "resolve --commune XÃ --year NĂM [tùy chọn]",
		Aliases: []string{"ap-dung"},
		Short:   "Các ngưỡng áp dụng cho một xã trong một năm, và ai đặt ra",
		Long: `Các ngưỡng áp dụng cho một xã trong một năm sau khi xếp chồng các cấp quy định:
trung ương, bộ ngành, tỉnh, cơ quan sử dụng. Mỗi ngưỡng kèm văn bản, mức tin cậy,
và ngưỡng mà nó thay thế.`,
		Example: `  ntm criteria resolve --commune 16492 --year 2023
  ntm criteria resolve --commune "Quảng Trung, Quảng Xương, Thanh Hóa" --year 2023 --level nang-cao
  ntm criteria resolve --commune 16492 --year 2023 --trait specially_difficult --trait poor_district`,
		Args: command.Args(),
		RunE: func(*cobra.Command, []string) error { return opts.run(w) },
	}
	f := cmd.Flags()
	f.StringVar(&opts.commune, "commune", "", "mã xã, hoặc `XÃ`: tên xã, tên huyện, tên tỉnh")
	f.IntVar(&opts.year, "year", 0, "`NĂM` xét công nhận")
	f.Var(&opts.date, "date", "`NGÀY` đánh giá (2024-02-15), nếu khác ngày cuối năm")
	f.StringArrayVar(&opts.traits, "trait", nil, "`ĐẶC_ĐIỂM` của xã, ghi được nhiều lần")
	f.BoolVar(&opts.unknown, "unknown-traits", false, "các đặc điểm khác là chưa rõ, không phải là không có")
	f.Var(&opts.level, "level", "chỉ xem một `MỨC`: ntm, nang-cao hoặc kieu-mau")
	opts.flags(f)
	return cmd
}

func (o *criteriaResolveOptions) query() (criteria.Query, places.Unit, error) {
	if o.commune == "" || o.year == 0 {
		return criteria.Query{}, places.Unit{}, command.Usage("còn thiếu --commune hoặc --year",
			"ví dụ: ntm criteria resolve --commune 16492 --year 2023")
	}
	q := criteria.Query{Year: o.year, On: o.date.Date}
	var err error
	if q.Traits, err = traits(o.traits); err != nil {
		return q, places.Unit{}, err
	}
	if o.unknown {
		q.Unknown = slices.DeleteFunc(slices.Clone(criteria.Traits),
			func(t criteria.Trait) bool { return slices.Contains(q.Traits, t) })
	}
	p, err := lawdesk.Commune(&q, o.commune)
	return q, p, err
}

func (o *criteriaResolveOptions) run(w command.World) error {
	q, p, err := o.query()
	if err != nil {
		return err
	}
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	set, err := lib.Resolve(q)
	if err != nil {
		return err
	}
	if o.level.Level != "" {
		only, ok := set.Level(o.level.Level)
		set.Levels = nil
		if ok {
			set.Levels = []criteria.SetLevel{*only}
		}
	}
	if o.json {
		return command.PrintJSON(w.Stdout, ResolvedDocument(p, set))
	}
	return newScreen(w).set(p, set)
}

// set writes the effective set for one commune.
func (s *screen) set(p places.Unit, set *criteria.Set) error {
	for i := range set.Levels {
		command.Lacks(s.Screen, set.Levels[i].Lack)
	}
	s.Line("%s, năm %d", s.Strong("%s", vi.Capital(p.String())), set.Query.Year)
	s.Line("Bộ ngưỡng: %s", set.Digest)
	for i := range set.Levels {
		l := &set.Levels[i]
		s.Line("")
		s.Line("%s - cột %s", s.Strong("%s", l.Standard.Cited()), l.ColumnTitle)
		if l.ColumnNote != "" {
			s.Line("  %s", l.ColumnNote)
		}
		for _, c := range l.Criteria {
			for k := range c.Indicators {
				ind := &c.Indicators[k]
				s.requirement(ind.No, ind.Name, &ind.Requirement)
			}
		}
		for k := range l.Conditions {
			c := &l.Conditions[k]
			s.requirement(c.ID, c.Name, &c.Requirement)
		}
	}
	s.leftOut(set.Rules())
	return s.Err
}

func (s *screen) requirement(no, name string, r *criteria.Requirement) {
	s.Item(2, no, name)
	s.Item(6, s.Strong("%s", r.String()), "- "+r.Basis.Authority())
	for i := range r.Others {
		s.Item(6, "hay, theo "+r.Others[i].Basis.ColumnTitle+":", r.Others[i].String()+" - "+
			r.Others[i].Basis.Authority())
	}
	for overridden := r.Replaces; overridden != nil; overridden = overridden.Replaces {
		s.Item(6, "thay cho:", overridden.String()+" - "+overridden.Basis.Authority())
	}
}
