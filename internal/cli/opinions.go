package cli

import (
	"context"
	"fmt"

	"ntm/internal/cli/command"
	"ntm/internal/dossier"
	"ntm/internal/office"
	"ntm/internal/places"
	"ntm/internal/proof"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

// opinionsView is what was written into a dossier, and what was changed in it.
type opinionsView struct {
	Schema      string             `json:"schema"`
	Commune     places.Unit        `json:"commune"`
	Year        int                `json:"year"`
	Fingerprint string             `json:"fingerprint"`
	Opinions    []proof.Opinion    `json:"opinions"`
	Differences []proof.Difference `json:"differences"`
}

func newOpinions(w World) *cobra.Command {
	var opts display
	cmd := &cobra.Command{
		Use:     "opinions TỆP.xlsx [tùy chọn]",
		Aliases: []string{"y-kien"},
		Short:   "Đọc ý kiến thẩm tra, thẩm định đã ghi trong hồ sơ gửi lại",
		Long: `Đọc hồ sơ mà hội đồng hoặc các sở, ngành gửi lại: kết quả thẩm tra, kết quả thẩm định
và ý kiến của từng chỉ tiêu, điều kiện, kèm người ghi và ngày ghi ở cuối biểu.

Chỉ các ô dành cho việc ấy được nhận. Nếu nội dung khác của hồ sơ đã bị sửa thì không
nhận ý kiến nào: các chỗ khác với hồ sơ đã gửi được nêu rõ, mã thoát là 3.

Ô ý kiến bị gạch ngang (cả ô hoặc một phần), có chữ viết nhỏ lệch dòng, hiện khác nội dung
đang giữ hay gộp với ô khác thì được hỏi lại: chưa nhận ý kiến nào, mã thoát là 1.`,
		Example: `  ntm opinions ho-so-gui-lai.xlsx
  ntm opinions ho-so-gui-lai.xlsx --json`,
		Args: command.Args("TỆP.xlsx"),
		RunE: func(cmd *cobra.Command, given []string) error {
			return opinions(cmd.Context(), w, given[0], &opts)
		},
	}
	opts.jsonFlag(cmd.Flags())
	return cmd
}

func opinions(ctx context.Context, w World, file string, opts *display) error {
	check, err := office.Verify(ctx, file)
	if err != nil {
		return err
	}
	if !check.Same() { // whose words they are is no longer sure
		check.Opinions = []proof.Opinion{}
	} else if err := check.Clear(file); err != nil {
		return err
	}
	err = opts.show(w, opinionsView{"ntm.opinions.v1", check.Commune, check.Year, check.Fingerprint, check.Opinions,
		check.Differences}, func(s *screen) { s.opinions(check) })
	return command.Answer(err, check.Same())
}

func (s *screen) opinions(c *proof.Check) {
	s.Line("%s", s.Strong("Hồ sơ: %s, năm %d", c.Title, c.Year))
	s.Line("  Mã hồ sơ: %s", dossier.Printed(c.Fingerprint))
	s.Line("")
	if !c.Same() {
		s.Line("%s hồ sơ có %d chỗ khác với bản đã gửi.", s.Bad("Không nhận ý kiến nào:"),
			len(c.Differences)-c.Following())
		s.alterations(c)
		return
	}
	s.Line("%s", s.Strong("%d ý kiến.", len(c.Opinions)))
	sheet := ""
	for _, o := range c.Opinions {
		if o.Sheet != sheet {
			sheet = o.Sheet
			s.Line("%s", s.Strong("%s", sheet))
		}
		signed := ""
		if o.By != "" || o.On != "" {
			signed = fmt.Sprintf(" (%s)", vi.Join(", ", o.By, vi.Day(o.On)))
		}
		s.Item(2, o.No+" ", fmt.Sprintf("%s – %s: %s%s", o.Name, o.Column, o.Words, signed))
	}
}
