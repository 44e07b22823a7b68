package law

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/list"
	"ntm/internal/office/lawdesk"

	"github.com/spf13/cobra"
)

type criteriaShowOptions struct {
	asked
	id       string
	province string
}

func newCriteriaShow(w command.World) *cobra.Command {
	var opts criteriaShowOptions
	cmd := &cobra.Command{
		Use:     "show BỘ_TIÊU_CHÍ [tùy chọn]",
		Aliases: []string{"xem"},
		Short:   "Toàn bộ một bộ tiêu chí: từng ngưỡng theo vùng, năm, mức tin cậy",
		Example: "  ntm criteria show ntm-2021-2025\n  ntm criteria show nang-cao-2021-2025 --json",
		Args:    command.Args("BỘ_TIÊU_CHÍ"),
		RunE:    command.OnOne(&opts.id, func(context.Context) error { return opts.run(w) }),
	}
	cmd.Flags().StringVar(&opts.province, "province", "", "tình trạng của các ngưỡng áp dụng ở `TỈNH` này")
	opts.flags(cmd.Flags())
	return cmd
}

// shownThreshold is one cell of a standard's table.
type shownThreshold struct {
	Criterion string          `json:"criterion"`
	Indicator string          `json:"indicator"`
	Name      string          `json:"name"`
	From      criteria.Date   `json:"from"`
	Until     criteria.Date   `json:"until"`
	Year      int             `json:"year,omitempty"`
	Column    criteria.Region `json:"column"`
	Figure    string          `json:"figure"`
	Op        criteria.Op     `json:"op"`
	Value     string          `json:"value"`
	Unit      criteria.Unit   `json:"unit"`
	Text      string          `json:"text"`
	Status    criteria.Status `json:"status"`
	Source    string          `json:"source"`
}

func (o *criteriaShowOptions) run(w command.World) error {
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	std, err := lawdesk.Standard(lib, o.id)
	if err != nil {
		return err
	}
	all, err := lib.Thresholds(std)
	if err != nil {
		return err
	}
	mine, err := lawdesk.OfficeProvince(lib, o.province)
	if err != nil {
		return err
	}
	state, err := lawdesk.StateOf(lib, std, mine)
	if err != nil {
		return err
	}
	laid, added, err := lib.Added(std, mine)
	if err != nil {
		return err
	}
	if o.json {
		return command.PrintJSON(w.Stdout, struct {
			Schema     string           `json:"schema"`
			ID         string           `json:"id"`
			Name       string           `json:"name"`
			Decision   string           `json:"decision"`
			Thresholds []shownThreshold `json:"thresholds"`
			Added      []shownThreshold `json:"added,omitempty"` // of indicators that packs add
			LeftOut    []leftOutJSON    `json:"left_out,omitempty"`
			State      *stateJSON       `json:"state"`
		}{"ntm.criteria.v1", std.ID, std.Name, std.Decision.Number, shown(std.Criteria, all),
			shown(criteriaOf(laid), added), leftOutOf(lib.LeftOut(std)),
			stateToJSON(state)})
	}
	s := newScreen(w)
	if err := s.standard(std, laid, append(all, added...), state); err != nil {
		return err
	}
	s.leftOut(lib.LeftOut(std))
	return s.Err
}

// criteriaOf are the criteria that packs add indicators to.
func criteriaOf(laid []criteria.LaidCriteria) []*criteria.Criterion {
	return list.Map(laid, func(c criteria.LaidCriteria) *criteria.Criterion { return c.Criterion })
}

func shown(list []*criteria.Criterion, all []criteria.Threshold) []shownThreshold {
	criterionOf := map[string]string{}
	for _, c := range list {
		for _, ind := range c.Indicators {
			criterionOf[ind.No] = c.No
		}
	}
	out := make([]shownThreshold, len(all))
	for i, t := range all {
		req := t.Requirement
		out[i] = shownThreshold{criterionOf[t.Indicator.No], t.Indicator.No, cmp.Or(t.Rule.Name, t.Indicator.Name),
			t.Rule.From, t.Rule.Until, t.Year, t.Column, req.Figure.ID, req.Op, "", req.Figure.Unit, req.String(),
			req.Basis.Status, req.Basis.Source}
		if req.Known && req.Op.Sign() != "" {
			out[i].Value = req.Value.StringFixed(max(0, -req.Value.Exponent()))
		}
	}
	return out
}

// standard writes a standard's table and what packs add to it, columns that ask the same
// in one line.
func (s *screen) standard(std *criteria.Standard, laid []criteria.LaidCriteria, all []criteria.Threshold,
	state *criteria.State) error {
	s.howToRead(state)
	s.Line("%s", s.Strong("%s", std.InSet().Cited()))
	s.state(state)
	if p := std.Prerequisite; p.Level != "" {
		s.Line("Điều kiện tiên quyết: %s", p.Text)
	}
	for _, c := range std.Criteria {
		s.Line("")
		s.Line("%s", s.Strong("Tiêu chí %s. %s", c.No, c.Name))
		mine := list.Where(laid, func(l criteria.LaidCriteria) bool { return l.No == c.No })
		if len(c.Indicators) == 0 && len(mine) == 0 {
			s.Line("  chưa biết các chỉ tiêu")
		}
		s.indicators(std, c, all)
		for _, l := range mine {
			s.laid(std, l, all)
		}
	}
	for _, l := range laid {
		if !std.Has(l.No) {
			s.Line("")
			s.Line("%s", s.Strong("Tiêu chí %s. %s", l.No, l.Name))
			s.laid(std, l, all)
		}
	}
	return s.Err
}

// laid writes the indicators that a pack adds.
func (s *screen) laid(std *criteria.Standard, l criteria.LaidCriteria, all []criteria.Threshold) {
	s.Item(2, "Theo", fmt.Sprintf("%s (%s):", l.Overlay.Decision.Number, l.Overlay.Name))
	s.indicators(std, l.Criterion, all)
}

// indicators writes those of a criterion.
func (s *screen) indicators(std *criteria.Standard, c *criteria.Criterion, all []criteria.Threshold) {
	for _, ind := range c.Indicators {
		s.Item(2, ind.No, ind.Name)
		for _, rule := range ind.Rules {
			s.rule(std, rule, all)
		}
	}
}

// rule writes what one rule asks.
func (s *screen) rule(std *criteria.Standard, rule *criteria.Rule, all []criteria.Threshold) {
	span := ""
	if !rule.Until.IsZero() {
		span = "đến " + rule.Until.Dated() + " "
	}
	if !rule.From.IsZero() {
		span += "từ " + rule.From.Dated() + " "
	}
	if rule.Name != "" {
		s.Item(6, span+"(câu chữ):", rule.Name)
	}
	var columns command.Grouped[string]
	for _, t := range all {
		if t.Rule != rule {
			continue
		}
		year := ""
		if t.Year > 0 {
			year = fmt.Sprintf("năm %d: ", t.Year)
		}
		figure := ""
		if len(rule.AllOf)+len(rule.AnyOf) > 0 || rule.SomeOf != nil {
			figure = t.Requirement.Figure.Name + ": "
		}
		columns.Add(fmt.Sprintf("%s%s%s [%s]", year, figure, t.Requirement.String(),
			t.Requirement.Basis.Status.Title()), columnName(std, t.Column))
	}
	for _, line := range columns.Names {
		where := ""
		if of := columns.Members[line]; len(of) < len(std.Columns()) {
			where = " - " + strings.Join(of, ", ")
		}
		s.Item(6, span+line, where)
	}
}

// columnName is a column in short: a commune group by the first words of its name, a
// region by its id.
func columnName(std *criteria.Standard, column criteria.Region) string {
	for _, g := range std.Groups {
		if g.ID == string(column) {
			name, _, _ := strings.Cut(g.Name, ",")
			return name
		}
	}
	return string(column)
}
