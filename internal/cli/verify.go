package cli

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/dossier"
	"ntm/internal/evidence"
	"ntm/internal/office"
	"ntm/internal/proof"
	"ntm/internal/term"
	"ntm/internal/whole"

	"github.com/spf13/cobra"
)

type verifyOptions struct {
	command.Packs
	display
	file, evidence, out string
	force               bool
}

func newVerify(w World) *cobra.Command {
	var opts verifyOptions
	cmd := &cobra.Command{
		Use:     "verify TỆP.xlsx [tùy chọn]",
		Aliases: []string{"xac-minh"},
		Short:   "Xác minh hồ sơ chưa bị sửa và đánh giá lại từ chính hồ sơ",
		Long: `Xác minh một hồ sơ do ntm lập, không cần gì khác ngoài chính tệp ấy: đánh giá lại từ
báo cáo và bộ tiêu chí lưu trong tờ ẩn, rồi so từng ô. Ô nào khác với hồ sơ gốc được nêu
rõ tờ, ô, nội dung đọc thấy và nội dung đúng. Các ô dành cho hội đồng ghi ý kiến và kiểm
phiếu không tính là sửa.

Được so: giá trị, công thức, các tờ; hình vẽ, khung chữ, biểu đồ, tệp nhúng thêm vào; ảnh
minh họa bị bỏ, bị thay, bị cắt hay đặt sang chỗ ảnh khác (chương trình khác nén lại ảnh khi
lưu thì cũng là ảnh khác).
Hình thức không so: màu và cỡ chữ, cách hiện số, định dạng có điều kiện, dòng và cột ẩn, ô
gộp, ghi chú, liên kết web, quy tắc nhập, thứ tự các tờ, chỗ đặt biểu đồ, vùng in, đầu trang.
Bản để in là bản lập lại: -o TỆP.xlsx ghi lại hồ sơ từ tờ ẩn, đúng như khi ntm lập, không
kèm ý kiến đã ghi. Tệp có macro không được đọc.

Hồ sơ do phiên bản cũ lập theo bố cục khác: chỉ các giá trị lưu trong tờ ẩn được so.

Bộ tiêu chí trong hồ sơ cũng được so với bộ tiêu chí của chương trình (và --criteria).

Đây không phải chữ ký số: người sửa cả tờ ẩn lẫn các ô bằng phần mềm khác vẫn có thể
làm ra một hồ sơ khớp. Vì vậy hãy so mã hồ sơ mà lệnh này in ra với mã in trên giấy
(cuối tờ Tổng hợp).

Mã thoát: 0 hồ sơ nguyên vẹn; 3 có chỗ khác; 1 không xác minh được.`,
		Example: `  ntm verify ho-so.xlsx
  ntm verify ho-so.xlsx -o ban-in.xlsx
  ntm verify ho-so.xlsx --evidence thu-muc-minh-chung`,
		Args: command.Args("TỆP.xlsx"),
		RunE: command.OnOne(&opts.file, func(ctx context.Context) error { return opts.run(ctx, w) }),
	}
	f := cmd.Flags()
	f.StringVar(&opts.evidence, "evidence", "", "kiểm tra cả các tệp minh chứng, tìm từ `THƯ_MỤC` theo tên ghi "+
		"trong hồ sơ (thường là thư mục chứa báo cáo)")
	f.StringVarP(&opts.out, "output", "o", "", "ghi lại hồ sơ từ tờ ẩn ra `TỆP.xlsx`: đó là bản để in")
	f.BoolVar(&opts.force, "force", false, "ghi đè tệp đã có")
	opts.jsonFlag(f)
	opts.CriteriaFlag(f)
	return cmd
}

func (o *verifyOptions) run(ctx context.Context, w World) error {
	handed, err := office.OpenDossier(ctx, o.file)
	if err != nil {
		return err
	}
	defer handed.Close() //nolint:errcheck // opened for reading: nothing is lost
	check, err := handed.Verify()
	if err != nil {
		return err
	}
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	check.AgainstPacks(lib)
	if o.evidence != "" {
		if err := office.VerifyEvidence(ctx, check, o.evidence); err != nil {
			return err
		}
	}
	if o.out != "" {
		if err := whole.Write(o.out, o.force, handed.Remake); err != nil {
			return err
		}
	}
	err = o.show(w, check, func(s *screen) {
		s.verified(check, o.evidence != "")
		s.remade(check, o.file, o.out)
	})
	return command.Answer(err, check.Same())
}

// mostTold is how many differences of a sheet are told one by one.
const mostTold = 20

func (s *screen) verified(c *proof.Check, looked bool) {
	s.Line("%s", s.Strong("Hồ sơ: %s, năm %d", c.Title, c.Year))
	for _, l := range c.Levels {
		s.Line("  Xã %s, đánh giá lại: %s%s", l.Level.Title(), s.verdict(l.Verdict), draft(l.Draft))
	}
	s.Line("  Mã hồ sơ: %s (so với mã in cuối tờ Tổng hợp trên giấy)", dossier.Printed(c.Fingerprint))
	s.standardOf(c)
	if c.Rules < assess.CheckedRules {
		s.Item(2, s.Unknown("Lập theo cách kết luận trước đây:"),
			"khi ấy xã chưa đủ điều kiện cả khi chỉ chưa đạt ngưỡng chưa đối chiếu; đánh giá lại báo cáo để có "+
				"kết luận mới.")
	}
	s.Line("")
	s.compared(c)
	s.alterations(c)
	s.evidence(c, looked)
}

// compared says what came of it, and what was not looked at.
func (s *screen) compared(c *proof.Check) {
	what, more := "giá trị, công thức, các tờ", ""
	if c.Older {
		what, more = "các giá trị của tờ ẩn (số liệu, ngưỡng, kết quả)", "; bố cục của phiên bản cũ, không so"
	}
	if len(c.Differences) == 0 {
		s.Item(0, s.Good("Kết quả:"), "số liệu nguyên vẹn; hình thức không so"+more+".")
		s.Item(2, "Khớp với hồ sơ gốc:", fmt.Sprintf("%d ô (%s); %d ô dành cho hội đồng đã được ghi.", c.Cells, what,
			c.Filled))
	} else {
		n := len(c.Differences) - c.Following()
		s.Item(0, s.Bad("Kết quả: đã bị sửa,"), fmt.Sprintf("%d chỗ khác với hồ sơ gốc; hình thức không so%s.", n,
			more))
		s.Item(2, "Đã so:", fmt.Sprintf("%d ô (%s).", c.Cells, what))
	}
	for _, u := range c.Unclear {
		s.Item(2, s.Unknown("Ý kiến chưa rõ:"), fmt.Sprintf("%s!%s: %s", u.Sheet, u.Cell, u.Message))
	}
	if c.Unplaced > 0 {
		s.Item(2, "Không so được:", fmt.Sprintf("%d giá trị chưa có hoặc nằm chỗ khác trong bố cục cũ.", c.Unplaced))
	}
	s.Item(2, "Không so:", "màu và cỡ chữ, cách hiện số, định dạng có điều kiện, dòng và cột ẩn, ô gộp, ghi chú, "+
		"chỗ đặt biểu đồ, vùng in, đầu trang.")
}

// remade tells of the paper to print.
func (s *screen) remade(c *proof.Check, file, out string) {
	if out == "" {
		s.Item(0, "Bản để in:", term.CommandLine("verify", file, "-o", "ban-in.xlsx")+" (lập lại từ tờ ẩn)")
		return
	}
	s.Item(0, s.Strong("Đã ghi bản để in:"), out+", lập lại từ tờ ẩn, cùng mã hồ sơ.")
	if c.Filled > 0 {
		s.Item(2, "Ý kiến:", fmt.Sprintf("%d ô đã ghi trong tệp gửi lại không chép sang bản này.", c.Filled))
	}
}

// standardOf says whose requirements the dossier was judged by.
func (s *screen) standardOf(c *proof.Check) {
	switch {
	case c.Standard:
		s.Line("  Bộ tiêu chí: đúng như bộ tiêu chí của chương trình này.")
	case len(c.Criteria.Overlays) > 0:
		s.Item(2, s.Unknown("Bộ tiêu chí khác chương trình này:"), "hồ sơ dùng thêm "+
			strings.Join(c.Criteria.Overlays, "; ")+". Có bộ quy định ấy thì thêm --criteria để đối chiếu.")
	default:
		s.Item(2, s.Unknown("Bộ tiêu chí khác chương trình này:"),
			"có thể hồ sơ lập bằng phiên bản khác; hỏi cơ quan lập hồ sơ về các ngưỡng ở tờ Căn cứ pháp lý.")
	}
}

// alterations tells what is not as it was made, sheet by sheet: first what somebody did,
// then how much follows from that.
func (s *screen) alterations(c *proof.Check) {
	told := map[string]int{}
	for _, d := range c.Differences {
		if d.Follows {
			continue
		}
		if told[d.Sheet]++; told[d.Sheet] > mostTold {
			continue
		}
		where := strings.Trim(d.Sheet+"!"+d.Cell, "!")
		if d.What != "" {
			where += " (" + d.What + ")"
		}
		s.Item(2, s.Bad("-")+" ", fmt.Sprintf("%s: đọc thấy “%s”; đúng là “%s”", cmp.Or(where, "cả tệp"), d.Found,
			d.Expected))
	}
	for _, sheet := range slices.Sorted(maps.Keys(told)) {
		if n := told[sheet]; n > mostTold {
			s.Line("    và %d chỗ khác trong tờ %s", n-mostTold, sheet)
		}
	}
	if n := c.Following(); n > 0 {
		s.Line("    và %d ô công thức đổi theo các chỗ trên (--json kê đủ)", n)
	}
}

// evidence tells of each file whether it is the one that was there.
func (s *screen) evidence(c *proof.Check, looked bool) {
	switch {
	case len(c.Evidence) == 0:
		s.Line("Hồ sơ không kê tệp minh chứng nào.")
		return
	case !looked:
		s.Line("Có %d tệp minh chứng chưa kiểm tra: thêm --evidence THƯ_MỤC.", len(c.Evidence))
		return
	}
	same := 0
	for _, e := range c.Evidence {
		switch {
		case e.Same():
			same++
		case !e.Changed():
			s.Item(2, s.Unknown("-")+" ", fmt.Sprintf("%s: %s, như khi lập hồ sơ", e.Then.Path, e.Now.State.Word()))
		case e.Now.State != evidence.Found:
			s.Item(2, s.Bad("-")+" ", fmt.Sprintf("%s: %s", e.Then.Path, e.Now.State.Word()))
		case e.Then.State != evidence.Found:
			s.Item(2, s.Bad("-")+" ", fmt.Sprintf("%s: khi lập hồ sơ %s, nay có tệp", e.Then.Path, e.Then.State.Word()))
		default:
			s.Item(2, s.Bad("-")+" ", fmt.Sprintf("%s: tệp đã bị thay (mã SHA-256 khác)",
				filepath.ToSlash(e.Then.Path)))
		}
	}
	s.Line("Minh chứng: %d/%d tệp đúng như khi lập hồ sơ.", same, len(c.Evidence))
}
