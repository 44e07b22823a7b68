package law

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ntm/criteria"
	"ntm/internal/cli/command"
	"ntm/internal/list"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
)

type criteriaDiffOptions struct {
	asked
	a, b   string
	region string
	traits []string
}

func newCriteriaDiff(w command.World) *cobra.Command {
	var opts criteriaDiffOptions
	cmd := &cobra.Command{
		Use:     "diff A B [tùy chọn]",
		Aliases: []string{"so-sanh"},
		Short:   "So sánh hai bộ tiêu chí, hai năm hoặc hai tỉnh, theo từng chỉ tiêu",
		Long: `So sánh từng chỉ tiêu của hai bên. Mỗi bên viết BỘ_TIÊU_CHÍ, thêm @NĂM hoặc @NGÀY,
thêm :TỈNH, thêm /nation, /ministry hoặc /province để chỉ tính đến cấp ấy. Khác mức
thì ghép các chỉ tiêu cùng xét một số liệu.`,
		Example: `  ntm criteria diff ntm-2021-2025@2021 ntm-2021-2025@2023
  ntm criteria diff ntm-2021-2025@2023 "ntm-2021-2025@2023:Thanh Hóa" --region btb
  ntm criteria diff ntm-2021-2025@2023/nation ntm-2021-2025@2023 --criteria thu-muc-quy-dinh
  ntm criteria diff ntm-2021-2025 nang-cao-2021-2025 --region btb`,
		Args: command.Args("A", "B"),
		RunE: func(_ *cobra.Command, given []string) error {
			opts.a, opts.b = given[0], given[1]
			return opts.run(w)
		},
	}
	f := cmd.Flags()
	f.StringVar(&opts.region, "region", "", "chỉ so một `VÙNG` hoặc nhóm xã (btb, tdmnpb, …)")
	f.StringArrayVar(&opts.traits, "trait", nil, "`ĐẶC_ĐIỂM` của xã, ghi được nhiều lần")
	opts.flags(f)
	return cmd
}

func (o *criteriaDiffOptions) run(w command.World) error {
	lib, err := o.Load(w)
	if err != nil {
		return err
	}
	var sides [2]criteria.Side
	for i, text := range []string{o.a, o.b} {
		side, ok := lib.ParseSide(text)
		if !ok {
			return command.Usage(fmt.Sprintf("không hiểu %q", text),
				"viết BỘ_TIÊU_CHÍ@NĂM:TỈNH, ví dụ nang-cao-2021-2025@2023:Thanh Hóa; xem ntm criteria list")
		}
		if side.Query.Traits, err = traits(o.traits); err != nil {
			return err
		}
		sides[i] = side
	}
	columns := sides[0].Standard.Columns()
	if o.region != "" {
		if !slices.Contains(columns, criteria.Region(o.region)) {
			return command.Usage(fmt.Sprintf("không có vùng hoặc nhóm %q", o.region), "một trong: "+
				vi.List(", ", columns, func(c criteria.Region) string { return string(c) }))
		}
		columns = []criteria.Region{criteria.Region(o.region)}
	}
	found, err := lib.Diff(sides[0], sides[1], columns)
	if err != nil {
		return err
	}
	var left *leftOutDifference
	if a, b := lib.LeftOutOn(sides[0]), lib.LeftOutOn(sides[1]); !slices.Equal(a, b) {
		left = &leftOutDifference{list.NonNil(leftOutOf(a)), list.NonNil(leftOutOf(b)), a, b}
	}
	if o.json {
		return command.PrintJSON(w.Stdout, struct {
			A           string                `json:"a"`
			B           string                `json:"b"`
			Differences []criteria.Difference `json:"differences"`
			LeftOut     *leftOutDifference    `json:"left_out,omitempty"`
		}{o.a, o.b, list.NonNil(found), left})
	}
	return newScreen(w).differences(found, len(columns), left)
}

// traits reads the traits named on the command line.
func traits(texts []string) ([]criteria.Trait, error) {
	var out []criteria.Trait
	for _, text := range texts {
		var t criteria.Trait
		if err := t.UnmarshalText([]byte(text)); err != nil {
			return nil, command.Usage(err.Error(), "viết --trait một lần cho mỗi đặc điểm")
		}
		out = append(out, t)
	}
	return out, nil
}

// differences writes what differs, columns that differ alike in one line.
func (s *screen) differences(found []criteria.Difference, columns int, left *leftOutDifference) error {
	if left != nil {
		s.Item(0, s.Strong("Số được trừ khi tính tỷ lệ:"), leftOutText(left.a)+" → "+leftOutText(left.b))
	}
	if len(found) == 0 && left == nil {
		s.Line("Không có khác biệt.")
	}
	for _, d := range found {
		no := d.NoA
		if d.NoB != d.NoA {
			no = fmt.Sprintf("%s → %s", cmp.Or(d.NoA, "không có"), cmp.Or(d.NoB, "không có"))
		}
		s.Item(0, s.Strong("%s:", no), d.Name)
		if d.NameB != "" {
			s.Item(4, "câu chữ mới:", d.NameB)
		}
		var where command.Grouped[string]
		for _, c := range d.Cells {
			where.Add(fmt.Sprintf("%s → %s", side(c.A), side(c.B)), string(c.Column))
		}
		for _, line := range where.Names {
			label := "mọi vùng:"
			if n := len(where.Members[line]); n < columns || columns == 1 {
				label = strings.Join(where.Members[line], ", ") + ":"
			}
			s.Item(4, label, line)
		}
	}
	if len(found) > 0 {
		s.Line("")
		s.Line("%d chỉ tiêu khác nhau.", len(found))
	}
	return s.Err
}

// side is what one side asks, and on whose authority.
func side(r *criteria.Requirement) string {
	if r == nil {
		return "không có"
	}
	return fmt.Sprintf("%s [%s, %s]", r, r.Basis.Layer.Title(), r.Basis.Status.Title())
}
