// Package law is the commands about the law itself, below `ntm criteria`: its standards
// and thresholds listed, shown, resolved for a commune and compared; an office's own
// packs checked, tried, and made out of a workbook that was held against the decisions.
package law

import (
	"cmp"
	"fmt"
	"strings"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/list"
	"ntm/internal/office/lawdesk"
	"ntm/internal/term"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// New holds the commands about the law itself.
func New(w command.World) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "criteria [lệnh]",
		Aliases: []string{"tieu-chi"},
		Short:   "Xem, so sánh, kiểm tra các bộ tiêu chí và danh mục số liệu",
		Example: "  ntm criteria list\n  ntm criteria show ntm-2021-2025\n  ntm criteria resolve --commune 16492 " +
			"--year 2023",
		Args: command.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newCriteriaList(w), newCriteriaShow(w), newCriteriaResolve(w), newCriteriaDiff(w),
		newCriteriaCheck(w), newCriteriaTest(w), newCriteriaExport(w), newCriteriaRead(w), newCriteriaImport(w),
		newCriteriaSchema(w), newFigures(w))
	return cmd
}

// asked is what most commands on the law are asked: by which packs, and whether for programs.
type asked struct {
	command.Packs
	json bool
}

func (o *asked) flags(f *pflag.FlagSet) {
	f.BoolVar(&o.json, "json", false, "in kết quả dạng JSON")
	o.CriteriaFlag(f)
}

type criteriaListOptions struct {
	asked
	province string
}

func newCriteriaList(w command.World) *cobra.Command {
	var opts criteriaListOptions
	cmd := &cobra.Command{
		Use:     "list [tùy chọn]",
		Aliases: []string{"danh-sach"},
		Short:   "Các bộ tiêu chí, và số ngưỡng theo mức tin cậy",
		Long: `Các bộ tiêu chí đang có, giai đoạn, văn bản, số tiêu chí và chỉ tiêu, và số ngưỡng
theo mức tin cậy. Một ngưỡng là một ô của bảng: một yêu cầu, ở một vùng hoặc nhóm
xã, trong một năm nếu ngưỡng đổi theo năm.

Dưới mỗi bộ là việc của cơ quan: trong các ngưỡng áp dụng ở tỉnh (tỉnh ghi ở --province,
hoặc tỉnh của bộ tiêu chí riêng), đã xác nhận bao nhiêu, ai xác nhận, còn bao nhiêu, đã
đọc những quyết định nào.`,
		Example: "  ntm criteria list\n  ntm criteria list --province \"Thanh Hóa\"",
		Args:    command.Args(),
		RunE:    func(*cobra.Command, []string) error { return opts.run(w) },
	}
	cmd.Flags().StringVar(&opts.province, "province", "", "các ngưỡng áp dụng ở `TỈNH` này")
	opts.flags(cmd.Flags())
	return cmd
}

// listed is a standard in the list.
type listed struct {
	ID         string                  `json:"id"`
	Level      criteria.Level          `json:"level"`
	Name       string                  `json:"name"`
	Years      [2]int                  `json:"years"`
	Decision   string                  `json:"decision"`
	Criteria   int                     `json:"criteria"`
	Indicators int                     `json:"indicators"` // with those that packs add
	Thresholds int                     `json:"thresholds"`
	ByStatus   map[criteria.Status]int `json:"by_status"`
	State      *stateJSON              `json:"state"`

	state *criteria.State
}

func (o *criteriaListOptions) run(w command.World) error {
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	mine, err := lawdesk.OfficeProvince(lib, o.province)
	if err != nil {
		return err
	}
	var rows []listed
	for _, std := range lib.Standards {
		counts, err := lib.Tally(std)
		if err != nil {
			return err
		}
		row := listed{ID: std.ID, Level: std.Level, Name: std.Name, Years: [2]int{std.Years.From, std.Years.To},
			Decision: std.Decision.Number, Criteria: len(std.Criteria), ByStatus: counts}
		for _, n := range counts {
			row.Thresholds += n
		}
		if row.state, err = lawdesk.StateOf(lib, std, mine); err != nil {
			return err
		}
		row.State, row.Indicators = stateToJSON(row.state), row.state.Indicators
		rows = append(rows, row)
	}
	if o.json {
		return command.PrintJSON(w.Stdout, rows)
	}
	s := newScreen(w)
	states := list.Map(rows, func(r listed) *criteria.State { return r.state })
	s.howToRead(states...)
	for _, r := range rows {
		s.Line("%s  %s", s.Strong("%s", r.ID), r.Name)
		s.Line("  %s, năm %d-%d, %d tiêu chí, %d chỉ tiêu", r.Decision, r.Years[0], r.Years[1], r.Criteria,
			r.Indicators)
		if r.Thresholds > 0 {
			s.Item(2, fmt.Sprintf("%d ngưỡng:", r.Thresholds), statusCounts(r.ByStatus))
		}
		s.state(r.state)
	}
	for _, overlay := range lib.Overlays {
		if mine != "" && overlay.Province != "" && !lawdesk.SameProvince(overlay.Province, mine) {
			continue // of another province: nothing to do here
		}
		s.Line("%s  %s", s.Strong("%s", overlay.ID), overlay.Name)
		s.Item(2, fmt.Sprintf("%s, năm %d-%d, %s (%s):", overlay.Decision.Number, overlay.Years.From,
			overlay.Years.To, overlay.Layer.Title(), cmp.Or(overlay.Province, "mọi tỉnh")), laidOver(overlay))
	}
	return s.Err
}

// laidOver says what an overlay sets and adds.
func laidOver(o *criteria.Overlay) string {
	var parts []string
	for _, part := range []struct {
		text string
		n    int
	}{{"đặt %d ngưỡng", len(o.Set)}, {"thêm %d nhóm chỉ tiêu", len(o.Add)}, {"thêm %d điều kiện", len(o.Conditions)},
		{"chia xã làm %d vùng", len(o.Groups)}, {"ghi lại %d điều kiện tiên quyết", len(o.Prerequisites)}} {
		if part.n > 0 {
			parts = append(parts, fmt.Sprintf(part.text, part.n))
		}
	}
	return cmp.Or(strings.Join(parts, "; "), "không đặt ngưỡng nào")
}

// screen writes what the law asks.
type screen struct{ *term.Screen }

func newScreen(w command.World) *screen { return &screen{term.NewScreen(w.Terminal)} }

// statusCounts says how many there are of each status that there is.
func statusCounts(counts map[criteria.Status]int) string {
	var parts []string
	for _, status := range criteria.Statuses {
		if n := counts[status]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, status.Title()))
		}
	}
	return strings.Join(parts, "; ")
}
