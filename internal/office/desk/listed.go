package desk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"ntm/internal/evidence"
	"ntm/internal/list"
	"ntm/internal/problem"
	"ntm/internal/vi"
)

// listedAs is how the list names a file that comes under a name without its folder, and whether the file is
// there already; "" where it is of no entry. An entry whose file is the same is meant, else the one
// whose file is missing: by the very name, else by the only such name, or the only one that the figure
// cites.
func (w *Working) listedAs(
	ctx context.Context,
	folder string,
	sent evidence.File,
	name, figure string,
) (listed string,
	there bool, err error) {
	var names, cited []string
	for _, p := range w.Proofs() {
		if _, inside := evidence.Local(p.Name); inside && strings.EqualFold(evidence.NameOf(p.Name), name) {
			names = list.Once(names, p.Name)
			if slices.Contains(p.Cited, figure) {
				cited = list.Once(cited, p.Name)
			}
		}
	}
	files, err := evidence.Hash(ctx, folder, names)
	if err != nil {
		return "", false, err
	}
	var missing []string
	for _, f := range files {
		switch {
		case f.State == evidence.Found && f.SHA256 == sent.SHA256:
			return f.Path, true, nil
		case f.State == evidence.Missing:
			missing = append(missing, f.Path)
		}
	}
	ofFigure := slices.DeleteFunc(cited, func(n string) bool { return !slices.Contains(missing, n) })
	switch {
	case slices.Contains(missing, name):
		return name, false, nil
	case len(missing) == 1:
		return missing[0], false, nil
	case len(ofFigure) == 1:
		return ofFigure[0], false, nil
	case len(missing) > 1:
		return "", false, problem.Problem{
			Message: fmt.Sprintf("danh mục có %d tệp chưa có cùng tên %q: %s", len(missing), name,
				vi.Join(", ", missing...)),
			Hint: "thả tệp vào số liệu dùng văn bản ấy, hoặc sửa cột Tệp của bảng Minh chứng rồi thả lại"}
	}
	return "", false, nil
}

// keepListed puts a file below a folder where the list says that it lies.
func keepListed(folder, file, listed string) error {
	local, inside := evidence.Local(listed)
	root, err := os.OpenRoot(folder)
	if err == nil && !inside {
		err = fs.ErrInvalid
	}
	if err == nil {
		err = errors.Join(root.MkdirAll(path.Dir(local), 0o700), root.Close())
	}
	if err == nil {
		err = copied(file, filepath.Join(folder, filepath.FromSlash(local)))
	}
	if err != nil {
		return problem.Problem{Message: fmt.Sprintf("không ghi được tệp theo tên trong danh mục, %q", listed),
			Hint: "sửa cột Tệp của bảng Minh chứng thành tên tệp thường, rồi thả lại"}
	}
	return nil
}
