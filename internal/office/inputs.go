package office

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ntm/internal/places"
	"ntm/internal/problem"
	"ntm/internal/xlsx/foreign"
)

// reportExtensions are those of the files that a folder is searched for.
var reportExtensions = []string{".xlsx", ".yaml", ".yml", ".json", ".csv"}

// otherWorkbooks are the files that may hold a report and are not read.
var otherWorkbooks = map[string]string{
	".xls": "tệp Excel kiểu cũ (.xls)", ".xlt": "tệp mẫu Excel kiểu cũ (.xlt)", ".xlsm": "tệp Excel có macro (.xlsm)",
	".xltm": "tệp mẫu Excel có macro (.xltm)", ".xlsb": "tệp Excel kiểu nhị phân (.xlsb)",
	".xltx": "tệp mẫu Excel (.xltx)", ".xml": "tệp XML (.xml)", ".ods": "tệp OpenDocument (.ods)",
	".fods": "tệp OpenDocument (.fods)", ".ots": "tệp mẫu OpenDocument (.ots)", ".et": "tệp WPS (.et)",
	".numbers": "tệp Numbers (.numbers)", ".tsv": "tệp bảng (.tsv)", ".dif": "tệp bảng (.dif)",
	".slk": "tệp bảng (.slk)", ".gsheet": "lối tắt tới Google Trang tính (.gsheet)",
}

// IsOtherWorkbook tells a file whose kind keeps it from being read as it is.
func IsOtherWorkbook(path string) bool {
	return otherWorkbooks[strings.ToLower(filepath.Ext(path))] != ""
}

// Inputs is the files that the arguments name: a file as it is; a folder by all
// the reports below it, in the order of their names; and a pattern such as
// *.xlsx, which the console of Windows hands over as it was typed; more are further
// extensions that are read. A folder that
// cannot be searched, or has nothing, is a problem beside the files.
func Inputs(given []string, more ...string) (files []string, problems problem.List) {
	for _, name := range given {
		names := []string{name}
		if _, err := os.Lstat(name); err != nil && strings.ContainsAny(name, "*?[") {
			if found, err := filepath.Glob(name); err == nil && len(found) > 0 {
				names = slices.DeleteFunc(found, isOwnFile)
			}
		}
		for _, name := range names {
			if info, err := os.Stat(name); err != nil || !info.IsDir() {
				files = append(files, name) // a file that is not there is told of when it is read
				continue
			}
			found, wrong := below(name, more)
			files, problems = append(files, found...), append(problems, wrong...)
		}
	}
	return files, problems
}

// below is the reports in a folder and the folders in it.
func below(folder string, more []string) (files []string, problems problem.List) {
	fail := func(path, message, hint string) {
		problems.Add(problem.Problem{File: path, Message: message, Hint: hint})
	}
	_ = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		extension := strings.ToLower(filepath.Ext(path))
		switch {
		case err != nil:
			fail(path, "không xem được thư mục này", "xin quyền đọc thư mục, hoặc chép các tệp sang thư mục của mình")
			return fs.SkipDir
		case path == folder:
		case isOwnFile(path) && entry.IsDir():
			return fs.SkipDir
		case isOwnFile(path) || entry.IsDir():
		case slices.Contains(reportExtensions, extension), slices.Contains(more, extension):
			files = append(files, path)
		default:
			if kind, other := otherWorkbooks[extension]; other {
				hint := "mở tệp, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), rồi thử lại"
				if slices.Contains(foreign.Kinds, extension) {
					hint += foreign.OrConvert
				}
				fail(path, fmt.Sprintf("đây là %s nên không đọc", kind), hint+
					"; không phải báo cáo thì để ở thư mục khác")
			}
		}
		return nil
	})
	if len(files) == 0 && len(problems) == 0 {
		fail(folder, "không thấy báo cáo nào trong thư mục này", fmt.Sprintf("báo cáo là tệp có đuôi %s",
			strings.Join(reportExtensions, ", ")))
	}
	return files, problems
}

// isOwnFile tells what programs keep for themselves: hidden files, and the
// "~$…" that Excel lays beside an open workbook.
func isOwnFile(path string) bool {
	base := filepath.Base(path)
	return strings.HasPrefix(base, "~$") || strings.HasPrefix(base, ".") && base != "." && base != ".."
}

// NamesCommune tells an argument that names a commune of the store from files: there
// is no such file, and it is a code, a key or a name without a report's extension.
func NamesCommune(given []string) bool {
	if len(given) != 1 {
		return false
	}
	name := given[0]
	if _, err := os.Lstat(name); err == nil || strings.ContainsAny(name, `*?[\`) ||
		slices.Contains(reportExtensions, strings.ToLower(filepath.Ext(name))) {
		return false
	}
	if places.IsDeclared(name) || strings.Trim(places.CodeOf(name), "0123456789") == "" {
		return true
	}
	return strings.ContainsAny(name, ",") || strings.Contains(name, " ") && filepath.Ext(name) == ""
}
