package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"ntm/criteria"
)

// newCriteria holds the commands about the law itself.
func newCriteria(w World) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "criteria [lệnh]",
		Aliases: []string{"tieu-chi"},
		Short:   "Xem, so sánh, kiểm tra các bộ tiêu chí và danh mục số liệu",
		Example: "  ntm criteria list\n  ntm criteria show ntm-2021-2025\n  ntm criteria resolve --commune 16492 --year 2023",
		Args:    noArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newCriteriaList(w), newCriteriaShow(w), newCriteriaResolve(w), newCriteriaDiff(w), newCriteriaCheck(w), newCriteriaTest(w), newCriteriaExport(w), newCriteriaImport(w), newCriteriaSchema(w), newFigures(w))
	return cmd
}

// standard finds the standard a user names.
func standard(lib *criteria.Library, id string) (*criteria.Standard, error) {
	if std, ok := lib.StandardByID(id); ok {
		return std, nil
	}
	return nil, usageError{fmt.Sprintf("không có bộ tiêu chí %q", id), "các bộ tiêu chí: " + strings.Join(standardIDs(lib), ", ")}
}

func standardIDs(lib *criteria.Library) []string {
	ids := make([]string, len(lib.Standards))
	for i, std := range lib.Standards {
		ids[i] = std.ID
	}
	return ids
}

type criteriaListOptions struct {
	packs
	json bool
}

func newCriteriaList(w World) *cobra.Command {
	var opts criteriaListOptions
	cmd := &cobra.Command{
		Use:     "list [tùy chọn]",
		Aliases: []string{"danh-sach"},
		Short:   "Các bộ tiêu chí, và số ngưỡng theo mức tin cậy",
		Long: `Các bộ tiêu chí đang có, giai đoạn, văn bản, số tiêu chí và chỉ tiêu, và số ngưỡng
theo mức tin cậy. Một ngưỡng là một ô của bảng: một yêu cầu, ở một vùng hoặc nhóm
xã, trong một năm nếu ngưỡng đổi theo năm.`,
		Example: "  ntm criteria list",
		Args:    args(),
		RunE:    func(*cobra.Command, []string) error { return opts.run(w) },
	}
	cmd.Flags().BoolVar(&opts.json, "json", false, "in kết quả dạng JSON")
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
	Indicators int                     `json:"indicators"`
	Thresholds int                     `json:"thresholds"`
	ByStatus   map[criteria.Status]int `json:"by_status"`
}

func (o *criteriaListOptions) run(w World) error {
	lib, err := o.load(w)
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
		for _, c := range std.Criteria {
			row.Indicators += len(c.Indicators)
		}
		for _, n := range counts {
			row.Thresholds += n
		}
		rows = append(rows, row)
	}
	if o.json {
		return printJSON(w.Stdout, rows)
	}
	s := newScreen(w)
	for _, r := range rows {
		s.line("%s  %s", s.strong("%s", r.ID), r.Name)
		s.line("  %s, năm %d-%d, %d tiêu chí, %d chỉ tiêu", r.Decision, r.Years[0], r.Years[1], r.Criteria, r.Indicators)
		s.item(2, fmt.Sprintf("%d ngưỡng:", r.Thresholds), statusCounts(r.ByStatus))
	}
	for _, overlay := range lib.Overlays {
		s.line("%s  %s", s.strong("%s", overlay.ID), overlay.Name)
		where := "mọi tỉnh"
		if overlay.Province != "" {
			where = overlay.Province
		}
		s.line("  %s, năm %d-%d, %s (%s): đặt %d ngưỡng, thêm %d nhóm chỉ tiêu", overlay.Decision.Number,
			overlay.Years.From, overlay.Years.To, overlay.Layer.Title(), where, len(overlay.Set), len(overlay.Add))
	}
	return s.err
}

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
