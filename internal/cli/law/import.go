package law

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"ntm/criteria"
	lawpacks "ntm/criteria/packs"
	"ntm/internal/cli/command"
	"ntm/internal/lawbook"
	"ntm/internal/problem"
	"ntm/internal/scratch"
	"ntm/internal/vi"
	"ntm/internal/whole"
)

type criteriaImportOptions struct {
	command.Packs
	file, office string
	layer        string
	dryRun       bool
}

func newCriteriaImport(w command.World) *cobra.Command {
	var opts criteriaImportOptions
	cmd := &cobra.Command{
		Use:     "import TỆP.xlsx --office CƠ_QUAN [tùy chọn]",
		Aliases: []string{"nhap"},
		Short:   "Đọc bảng đối chiếu đã điền, nêu khác biệt, ghi thành quy định của cơ quan",
		Long: `Đọc bảng đối chiếu đã điền. Ô điền dở hoặc đọc được hai cách bị từ chối, kèm tên trang
tính và ô. Nếu mọi ô đều rõ thì nêu khác biệt rồi ghi quy định của cơ quan (YAML) vào
thư mục --criteria, hoặc NTM_CRITERIA, hoặc thư mục cấu hình của người dùng.`,
		Example: `  ntm criteria import doi-chieu.xlsx --office "Văn phòng điều phối tỉnh" --criteria quy-dinh
  ntm criteria import doi-chieu.xlsx --office "Văn phòng điều phối tỉnh" --dry-run`,
		Args: command.Args("TỆP.xlsx"),
		RunE: func(cmd *cobra.Command, given []string) error {
			opts.file = given[0]
			return opts.run(cmd.Context(), w)
		},
	}
	f := cmd.Flags()
	f.StringVar(&opts.office, "office", "", "tên `CƠ_QUAN` đã đối chiếu")
	f.StringVar(&opts.layer, "layer", "", "`CẤP` quy định: office (cơ quan sử dụng) hoặc province (tỉnh); không "+
		"ghi thì theo quyết định đã đọc, hoặc office")
	f.BoolVar(&opts.dryRun, "dry-run", false, "chỉ nêu khác biệt, không ghi")
	opts.CriteriaFlag(f)
	return cmd
}

func (o *criteriaImportOptions) run(ctx context.Context, w command.World) error {
	layer := criteria.Layer(o.layer)
	switch {
	case o.office == "":
		return command.Usage("còn thiếu --office", "ghi tên cơ quan đã đối chiếu")
	case layer != "" && layer != criteria.Office && layer != criteria.Province:
		return command.Usage(fmt.Sprintf("--layer không nhận giá trị %q", o.layer), "dùng office hoặc province")
	}
	home := o.Home(w)
	if home == "" {
		return command.Usage("chưa biết ghi quy định vào thư mục nào", "thêm --criteria THƯ_MỤC")
	}
	plan, err := o.plan(w, home, layer)
	if err == nil && !o.dryRun && len(plan.files) > 0 {
		err = alone(ctx, home, func() error {
			// Once more: another program may have written in the meantime.
			if plan, err = o.plan(w, home, layer); err != nil {
				return err
			}
			return writeAll(plan.files)
		})
	}
	if err != nil {
		return err
	}
	return newScreen(w).changes(plan, o.dryRun)
}

// planned is what a workbook changes of what is in a folder, the packs as they would be
// written there, and how many rows of it nobody has taken.
type planned struct {
	changes []lawbook.Change
	files   []packFile
	left    int
}

func (o *criteriaImportOptions) plan(w command.World, home string, layer criteria.Layer) (planned, error) {
	with := o.Packs
	if there, err := packsIn(home); err == nil && !there {
		with.Dirs, w.Criteria = nil, "" // the first import makes the folder
	}
	lib, err := with.Load(w)
	if err != nil {
		return planned{}, err
	}
	filled, err := o.read(lib)
	if err != nil {
		return planned{}, err
	}
	overlays, err := filled.Packs(o.office, cmp.Or(layer, filled.Layer(), criteria.Office))
	if err != nil {
		return planned{}, err
	}
	files, err := encode(overlays, home)
	if err != nil {
		return planned{}, err
	}
	procedure, err := filled.Procedure(o.office)
	if err != nil {
		return planned{}, err
	}
	if procedure != nil {
		var text bytes.Buffer
		if err := lawpacks.Encode(&text, procedure); err != nil {
			return planned{}, err
		}
		files = append(files, packFile{cmp.Or(procedure.Pos.File, filepath.Join(home, procedure.ID+".yaml")),
			text.Bytes()})
	}
	return planned{filled.Changes(), files, filled.Left()}, rehearse(home, files)
}

func (o *criteriaImportOptions) read(lib *criteria.Library) (*lawbook.Filled, error) {
	if info, err := os.Stat(o.file); err == nil && !info.Mode().IsRegular() {
		return nil, problem.List{{File: o.file, Message: "đây không phải là một tệp thường",
			Hint: "chỉ ra một tệp .xlsx"}}
	}
	f, err := os.Open(o.file)
	if err != nil {
		return nil, problem.List{{File: o.file, Message: "không mở được tệp này",
			Hint: "kiểm tra lại tên tệp; đóng tệp ở Excel rồi thử lại"}}
	}
	defer f.Close() //nolint:errcheck // opened for reading: nothing is lost
	return lawbook.Read(o.file, f, lib)
}

// packFile is a pack about to be written.
type packFile struct {
	path string
	data []byte
}

func encode(overlays []*criteria.Overlay, home string) ([]packFile, error) {
	var out []packFile
	for _, overlay := range overlays {
		var text bytes.Buffer
		if err := lawpacks.Encode(&text, overlay); err != nil {
			return nil, err
		}
		out = append(out, packFile{cmp.Or(overlay.Pos.File, filepath.Join(home, overlay.ID+".yaml")), text.Bytes()})
	}
	return out, nil
}

// rehearse loads the folder as it will be, in a copy, so that a pack the loader
// would refuse is never written.
func rehearse(home string, files []packFile) error {
	if len(files) == 0 {
		return nil
	}
	folder, err := scratch.Make("")
	if err != nil {
		return problem.List{{Message: "không tạo được thư mục tạm", Hint: "kiểm tra dung lượng đĩa"}}
	}
	defer folder.Close() //nolint:errcheck // the next program clears what is left
	copied := folder.File("tep")
	if err := os.Mkdir(copied, 0o700); err != nil {
		return err
	}
	if err := copyPacks(home, copied); err != nil {
		return err
	}
	for _, f := range files {
		name, err := filepath.Rel(home, f.path)
		if err != nil || strings.HasPrefix(name, "..") {
			return problem.List{{File: f.path, Message: "quy định này nằm ngoài thư mục đang ghi",
				Hint: "ghi --criteria là thư mục chứa tệp này"}}
		}
		if err := os.WriteFile(filepath.Join(copied, name), f.data, 0o600); err != nil {
			return err
		}
	}
	if _, err := lawpacks.Load(copied); err != nil {
		list := problem.Of(err)
		for i := range list {
			if name, err := filepath.Rel(copied, list[i].File); err == nil {
				list[i].File = filepath.Join(home, name)
			}
		}
		return list
	}
	return nil
}

func writeAll(files []packFile) error {
	for _, f := range files {
		err := whole.Write(f.path, true, func(out io.Writer) error {
			_, err := out.Write(f.data)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// changes shows what an office's workbook changes.
func (s *screen) changes(p planned, dryRun bool) error {
	if len(p.changes) == 0 && len(p.files) == 0 {
		s.Line("Không có gì thay đổi.")
	}
	for _, c := range p.changes {
		s.Item(0, s.Strong("%s", c.Indicator), strings.Join(vi.NonEmpty(c.Name, c.Part), ", phần "))
		s.Item(4, strings.Join(vi.NonEmpty(c.When, c.Where), ", ")+":",
			fmt.Sprintf("%s → %s", thresholdLine(c.Before), thresholdLine(c.After)))
	}
	for _, f := range p.files {
		if dryRun {
			s.Line("Sẽ ghi: %s", f.path)
		} else {
			s.Line("Đã ghi: %s", f.path)
		}
	}
	if p.left > 0 {
		s.Line("Còn %d dòng của quyết định chưa ai đánh dấu: để nguyên như trước.", p.left)
	}
	return s.Err
}

func thresholdLine(t lawbook.Threshold) string {
	if t.Text == "" {
		return "không có"
	}
	text := fmt.Sprintf("%s [%s", t.Text, strings.Join(vi.NonEmpty(t.Status.Title(), t.Document), ", "))
	if t.CheckedBy != "" {
		text += fmt.Sprintf("; %s, %s", t.CheckedBy, t.CheckedOn.Dated())
	}
	return text + "]"
}
