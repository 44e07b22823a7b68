package law

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/collation"
	"ntm/internal/office/lawdesk"
	"ntm/internal/reading"
	"ntm/internal/typed"
	"ntm/internal/vi"
	"ntm/internal/whole"

	"github.com/spf13/cobra"
)

type criteriaReadOptions struct {
	asked
	files             []string
	id, province, out string
	decision, date    string
	force             bool
}

func newCriteriaRead(w command.World) *cobra.Command {
	var opts criteriaReadOptions
	cmd := &cobra.Command{
		Use:     "read TỆP_QUYẾT_ĐỊNH… -o TỆP.xlsx [tùy chọn]",
		Aliases: []string{"doc-quyet-dinh"},
		Short:   "Đọc bảng tiêu chí trong tệp quyết định (Word, trang web, Excel) vào bảng đối chiếu",
		Long: `Đọc quyết định có sẵn ở cơ quan (.docx, .html, .mht, .xlsx, .csv; .doc, .odt, .rtf khi
máy có LibreOffice) và đưa từng ngưỡng vào bảng đối chiếu, cạnh nguyên văn và ngưỡng
chương trình đang có. Máy không xác nhận thay: ghi họ tên và ngày một lần, đánh dấu
dòng đúng như nguyên văn, rồi chạy ntm criteria import. Chỗ máy không chắc nằm đầu
bảng, tô màu, kèm lý do. Nhiều tệp thì quyết định sau đặt chồng lên quyết định trước.`,
		Example: `  ntm criteria read quyet-dinh.docx -o doi-chieu.xlsx
  ntm criteria read quyet-dinh.docx quyet-dinh-sua-doi.docx -o doi-chieu.xlsx
  ntm criteria read quyet-dinh.docx --standard nang-cao-2021-2025 --province "Thanh Hóa" -o doi-chieu.xlsx`,
		Args: command.AtLeastOne,
		RunE: command.OnAll(&opts.files, func(ctx context.Context) error { return opts.run(ctx, w) }),
	}
	f := cmd.Flags()
	f.StringVar(&opts.id, "standard", "", "`BỘ_TIÊU_CHÍ` mà quyết định ban hành; không ghi thì tìm theo tên và "+
		"năm trong quyết định")
	f.StringVar(&opts.province, "province", "", "chỉ các cột áp dụng cho `TỈNH` này; quyết định của trung ương "+
		"thì không cần")
	f.StringVar(&opts.decision, "decision", "", "`SỐ_QUYẾT_ĐỊNH`, nếu trong tệp không có")
	f.StringVar(&opts.date, "date", "", "`NGÀY` của quyết định, nếu trong tệp không có")
	f.StringVarP(&opts.out, "output", "o", "", "ghi ra `TỆP.xlsx`")
	f.BoolVar(&opts.force, "force", false, "ghi đè tệp đã có")
	opts.flags(f)
	return cmd
}

func (o *criteriaReadOptions) run(ctx context.Context, w command.World) error {
	if err := command.OutFile(o.out, "-o doi-chieu.xlsx", ".xlsx"); err != nil {
		return err
	}
	named, err := o.named()
	if err != nil {
		return err
	}
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	r := lawdesk.Reading{Lib: lib, Files: o.files, Standard: o.id, Province: o.province, Named: named}
	if err := r.Read(ctx); err != nil {
		return err
	}
	var summary *collation.Summary
	err = whole.Write(o.out, o.force, func(out io.Writer) error {
		summary, err = r.Write(out, w.Now())
		return err
	})
	if err != nil {
		return err
	}
	if o.json {
		return command.PrintJSON(w.Stdout, readJSON(r.Of, r.Papers, summary, o.out))
	}
	return newScreen(w).read(r.Of, r.Papers, summary, o.out)
}

// named is what the command line says of the decision.
func (o *criteriaReadOptions) named() (reading.Named, error) {
	out := reading.Named{Decision: criteria.Document{Number: o.decision}}
	if o.date == "" {
		return out, nil
	}
	day, err := typed.Date(o.date)
	if err != nil {
		return out, command.Usage("--date: "+err.Error(), "ghi ngày/tháng/năm, ví dụ 29/12/2025")
	}
	out.Decision.Date = criteria.DayOf(day)
	return out, nil
}

// readSummary is what was read, for programs.
type readSummary struct {
	Standard   string                 `json:"standard"`
	Decisions  []readDecision         `json:"decisions"`
	Indicators int                    `json:"indicators"`
	Read       int                    `json:"read"`
	Unread     int                    `json:"unread"`
	Rows       map[collation.Kind]int `json:"rows"`
	Again      []string               `json:"again"`
	Workbook   string                 `json:"workbook"`
}

type readDecision struct {
	Number   string         `json:"number"`
	Date     criteria.Date  `json:"date"`
	Annex    string         `json:"annex"`
	Layer    criteria.Layer `json:"layer"`
	Foreign  string         `json:"foreign,omitempty"`
	Cautions []string       `json:"cautions,omitempty"`
}

func readJSON(std *criteria.Standard, papers []collation.Paper, s *collation.Summary, out string) readSummary {
	r := readSummary{std.ID, nil, s.Indicators, s.Read, s.Unread, s.Rows, s.Again, out}
	for _, p := range papers {
		r.Decisions = append(r.Decisions, readDecision{p.Decision.Number, p.Decision.Date, p.Annex.No, p.Layer,
			p.Foreign, p.Cautions})
	}
	return r
}

// mostAgain is how many places to read again the screen lists.
const mostAgain = 20

// read says what was read of a decision.
func (s *screen) read(std *criteria.Standard, papers []collation.Paper, sum *collation.Summary, out string) error {
	for _, p := range papers {
		number := cmp.Or(p.Decision.Number, "(không thấy số: ghi ở đầu tờ Đối chiếu)")
		if !p.Decision.Date.IsZero() {
			number += " ngày " + vi.Date(p.Decision.Date.Time)
		}
		s.Item(0, s.Strong("Quyết định %s", number), "("+p.Layer.Title()+")")
		if p.Foreign != "" {
			s.Item(2, s.Bad("chú ý:"), p.Foreign+": mọi dòng phải đọc lại")
		}
		for _, c := range p.Cautions {
			s.Item(2, s.Unknown("chú ý:"), c)
		}
	}
	s.Line("Bộ tiêu chí %s", std.ID)
	s.Line("%s, %s, %s", s.Strong("%d chỉ tiêu", sum.Indicators), s.Strong("%d ngưỡng đọc được", sum.Read),
		s.Strong("%d cần đọc lại", sum.Rows[collation.Again]))
	var kinds []string
	for _, k := range collation.Kinds {
		if n := sum.Rows[k]; n > 0 {
			kinds = append(kinds, fmt.Sprintf("%d dòng %s", n, k))
		}
	}
	s.Item(0, "Trong bảng:", strings.Join(kinds, "; "))
	for i, again := range sum.Again {
		if i == mostAgain {
			s.Line("  … và %d chỗ nữa, ở đầu các tờ", len(sum.Again)-mostAgain)
			break
		}
		s.Item(2, s.Unknown("đọc lại:"), again)
	}
	s.Line("Đã ghi bảng đối chiếu: %s", out)
	s.Line("Mở tệp, ghi họ tên và ngày một lần ở đầu tờ Đối chiếu, đánh dấu x, lưu lại rồi chạy:")
	s.Line("  ntm criteria import %s --office \"tên cơ quan\"", out)
	return s.Err
}
