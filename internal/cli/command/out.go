package command

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ntm/internal/whole"
)

// OutFile refuses a file to be written whose name ends in none of the extensions that
// the command writes; example is the rest of a command line with one that does. "" among
// the extensions lets a name pass that has none.
func OutFile(path, example string, extensions ...string) error {
	extension := strings.ToLower(filepath.Ext(path))
	switch {
	case slices.Contains(extensions, extension) || extension != "" && !isExtension(extension) &&
		slices.Contains(extensions, ""):
		return nil
	case path == "":
		return Usage("còn thiếu tên tệp "+written(extensions)+" để ghi", "ví dụ: "+example)
	}
	return Usage(fmt.Sprintf("tệp %q không phải %s; tệp ghi ra phải có đuôi %[2]s", path, written(extensions)),
		"ví dụ: "+example)
}

// NewFile refuses as OutFile does, and a file that is there where it is not to be replaced.
func NewFile(path, example, extension string, force bool) error {
	if err := OutFile(path, example, extension); err != nil {
		return err
	}
	return whole.May(path, force)
}

// OutFolder refuses a folder to be written whose name is that of a file; hint says what
// to write instead. One that is there, or that ends in a slash, is meant.
func OutFolder(path, hint string) error {
	if !isExtension(filepath.Ext(path)) {
		return nil
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil
	}
	return Usage(fmt.Sprintf("%q là tên một tệp %s, lệnh này không ghi tệp ấy", path, filepath.Ext(path)),
		hint+"; thư mục có tên như vậy thì thêm dấu / ở cuối")
}

// isExtension tells the end of a file's name from that of a folder such as "dot.1",
// "TP. Thanh Hóa".
func isExtension(end string) bool {
	const most = len(".sqlite3")
	end = strings.ToLower(end)
	return len(end) > 1 && len(end) <= most && strings.Trim(end[1:], "abcdefghijklmnopqrstuvwxyz0123456789") == "" &&
		strings.Trim(end[1:], "0123456789") != ""
}

// written names extensions: ".xlsx hoặc .csv".
func written(extensions []string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(extensions), func(e string) bool { return e == "" }), " hoặc ")
}
