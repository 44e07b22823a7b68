package lawdesk

import (
	"context"
	"path/filepath"

	"ntm/criteria"
	lawpacks "ntm/criteria/packs"
	"ntm/internal/decision"
	"ntm/internal/problem"
	"ntm/internal/reading"
)

// Frame lays the frame of a province's own level, which its decision is read into, as a pack in a folder, and gives the
// standard; it has no indicator before a person has signed some. One that the law has already is left as it is.
func Frame(ctx context.Context, lib *criteria.Library, file, folder string) (*criteria.Standard, error) {
	d, err := decision.Read(ctx, file)
	if err != nil {
		return nil, problem.Of(err)
	}
	std, err := reading.OwnLevel(lib, []*decision.Decision{d})
	if err != nil || std.Pos.File != "" {
		return std, err
	}
	text, err := lawpacks.Text(std)
	if err != nil {
		return nil, err
	}
	written := []PackFile{{filepath.Join(folder, std.ID+".yaml"),
		[]byte("# Khung lập từ quyết định của tỉnh; chỉ tiêu và mức do người đối chiếu ký nhận.\n" + text)}}
	return std, alone(ctx, folder, func() error {
		if _, err := rehearse(folder, written); err != nil {
			return err
		}
		return writeAll(written)
	})
}
