package cli

import (
	"context"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"ntm/criteria"
	"ntm/internal/assess"
	"ntm/internal/cli/command"
	"ntm/internal/docket"
	"ntm/internal/form"
	"ntm/internal/list"
	"ntm/internal/office"
	"ntm/internal/office/lawdesk"
	"ntm/internal/places"
	"ntm/internal/vi"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// mostCompleted bounds a list of communes: a longer one helps nobody.
const mostCompleted = 50

// asked is a value that is being typed on a command line.
type asked struct {
	world World
	cmd   *cobra.Command
	given []string // the arguments before it
	typed string
}

// values gives what may be typed, each with its meaning behind a tab, and how
// the shell is to go on.
type values func(asked) ([]string, cobra.ShellCompDirective)

// only completes with these and nothing else, files with files of these kinds.
func only(list func(asked) []string) values {
	return func(a asked) ([]string, cobra.ShellCompDirective) {
		return list(a), cobra.ShellCompDirectiveNoFileComp
	}
}

func files(extensions ...string) values {
	return func(asked) ([]string, cobra.ShellCompDirective) {
		return extensions, cobra.ShellCompDirectiveFilterFileExt
	}
}

// choice is one of a closed set.
func choice[T ~string](all []T, title func(T) string) values {
	return only(func(asked) []string { return described(all, title) })
}

func words(words ...string) values { return only(func(asked) []string { return words }) }

// completions says what completes each word by which the help texts name a
// value: a new command that names its values with these words needs nothing
// more. nil is a word of which nothing is known beforehand.
func completions() map[string]values {
	known := map[string]values{
		"TỆP":            files("xlsx", "yaml", "yml", "json", "csv"),
		"TỆP.xlsx":       files("xlsx"),
		"TỆP_QUYẾT_ĐỊNH": files("docx", "html", "htm", "mht", "xlsx", "csv", "doc", "odt", "rtf"),
		"THƯ_MỤC": func(asked) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		"MỨC":         choice(criteria.Levels, criteria.Level.Title),
		"ĐẶC_ĐIỂM":    choice(criteria.Traits, criteria.Trait.Title),
		"VÙNG":        choice(criteria.Regions, criteria.Region.Title),
		"BỘ_TIÊU_CHÍ": only(asked.standards),
		"A":           only(asked.standards),
		"B":           only(asked.standards),
		"MỨC/SỐ":      only(asked.judged),
		"TÊN=GIÁ_TRỊ": func(a asked) ([]string, cobra.ShellCompDirective) {
			return a.figures(), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
		},
		"XÃ":   only(asked.communes),
		"TỈNH": only(asked.provinces),
		"LOẠI": words("standard\tbộ tiêu chí", "overlay\tquy định thêm", "procedure\tthủ tục",
			"figures\tdanh mục số liệu"),
		"CẤP":      words("office\tcơ quan sử dụng", "province\ttỉnh"),
		"TỆP_KHO":  files("db", "ntm"),
		"TỆP_BẢNG": files("yaml"),
		"KỲ":       words("1\t6 tháng đầu năm", "2\tcả năm"),
		"TỪ_KHO":   files("db"),
		"ĐẾN_KHO":  files("db"),
		"TỆP.ntm":  files("ntm"),
		"KẾT_QUẢ":  choice(verdicts, assess.Verdict.Word),
		"BƯỚC":     choice(docket.Stages(), docket.Stage.Word),
		"NỘI_DUNG": words("Đạt", "Chưa đạt", "Cơ bản đạt"),
		"XÃ_MỚI":   only(asked.communes),
	}
	for _, word := range []string{"CƠ_QUAN", "TÀI_KHOẢN=TỈNH", "TỈNH=ĐỊA_CHỈ", "HUYỆN", "HỘI_ĐỒNG",
		"NGƯỜI_LÀM", "NGƯỜI", "SỐ_VĂN_BẢN", "LÝ_DO", "XÃ=MỨC", "MÃ", "TÊN", "THÀNH_VIÊN", "TỶ_LỆ", "VĂN_BẢN",
		"SỐ_THỨ_TỰ", "GHI_CHÚ", "TIÊU_CHÍ", "SỐ_QUYẾT_ĐỊNH", "SỐ", "NĂM", "NGÀY", "lệnh"} { // cobra knows the commands
		known[word] = nil
	}
	return known
}

// complete lets the shell complete the values of cmd and the commands below it.
func complete(cmd *cobra.Command, w World) {
	words := argumentWords(cmd.Use)
	cmd.ValidArgsFunction = func(cmd *cobra.Command, given []string, typed string) ([]string,
		cobra.ShellCompDirective) {
		i := len(given)
		if last := len(words) - 1; i > last && last >= 0 && strings.HasSuffix(words[last], "…") {
			i = last
		}
		if i >= len(words) {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return valuesOf(strings.TrimSuffix(words[i], "…"), asked{w, cmd, given, typed})
	}
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if word, _ := pflag.UnquoteUsage(f); word != "" {
			_ = cmd.RegisterFlagCompletionFunc(f.Name, func(cmd *cobra.Command, given []string,
				typed string) ([]string, cobra.ShellCompDirective) {
				return valuesOf(word, asked{w, cmd, given, typed})
			})
		}
	})
	for _, sub := range cmd.Commands() {
		complete(sub, w)
	}
}

func valuesOf(word string, a asked) ([]string, cobra.ShellCompDirective) {
	find := completions()[word]
	if find == nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	found, then := find(a)
	if then&(cobra.ShellCompDirectiveFilterFileExt|cobra.ShellCompDirectiveFilterDirs) == 0 {
		found = slices.DeleteFunc(found, func(value string) bool { return !strings.HasPrefix(value, a.typed) })
	}
	return found, then
}

// argumentWords is the words that name a command's arguments in its usage line:
// TỆP and MỨC/SỐ of "explain TỆP MỨC/SỐ [tùy chọn]".
func argumentWords(use string) []string {
	use, _, _ = strings.Cut(use, " [tùy chọn]")
	var words []string
	fields := strings.Fields(use)
	for i := 1; i < len(fields); i++ {
		if strings.HasPrefix(strings.TrimPrefix(fields[i], "["), "-") {
			i++ // a flag and its value
			continue
		}
		words = append(words, strings.Trim(fields[i], "[]"))
	}
	return words
}

// library is the packs the command line asks for, nil when they cannot be read:
// a shell that completes shows no errors.
func (a asked) library() *criteria.Library {
	dirs, _ := a.cmd.Flags().GetStringArray("criteria") // nil for a command without it
	silent := a.world
	silent.Stderr = io.Discard // a shell that completes shows no notes
	lib, err := (&command.Packs{Dirs: dirs}).Load(silent)
	if err != nil {
		return nil
	}
	return lib
}

func (a asked) standards() []string {
	lib := a.library()
	if lib == nil {
		return nil
	}
	return described(lawdesk.StandardIDs(lib), func(id string) string {
		std, _ := lib.StandardByID(id)
		return std.Name
	})
}

func (a asked) figures() []string {
	lib := a.library()
	if lib == nil {
		return nil
	}
	return list.Map(lib.FigureList, func(f *criteria.Figure) string { return f.ID + "=\t" + f.Name })
}

// judged is the indicators and conditions of the report named before.
func (a asked) judged() []string {
	lib := a.library()
	if lib == nil || len(a.given) == 0 {
		return nil
	}
	read, err := form.Read(context.Background(), a.given[0], lib)
	if err != nil {
		return nil
	}
	judgement, err := office.Judge(lib, read.Report, a.world.Version)
	if err != nil {
		return nil
	}
	var out []string
	for i := range judgement.Levels {
		for x := range judgement.Levels[i].Judged() {
			out = append(out, x.ID+"\t"+x.Title())
		}
	}
	return out
}

// day is the day whose list of places holds: the end of the year that the
// command line names, else today.
func (a asked) day() time.Time {
	if year, err := a.cmd.Flags().GetInt("year"); err == nil && year > 0 {
		return criteria.Day(year, time.December, 31).Time
	}
	return a.world.Now()
}

// communes is the xã whose code begins as typed, or whose name does, written
// "quang-trung/quang-xuong/thanh-hoa": a shell keeps only what goes on from the
// very letters typed, and stumbles over spaces and commas.
func (a asked) communes() []string {
	var out []string
	for _, p := range places.On(a.day()).All() {
		if len(out) == mostCompleted {
			break
		}
		if !p.Rural() {
			continue
		}
		if strings.HasPrefix(p.Code, a.typed) {
			out = append(out, p.Code+"\t"+p.String())
			continue
		}
		name := vi.Join("/", p.Name, p.District, p.Province)
		if whole, ok := goOn(a.typed, name); ok {
			out = append(out, whole+"\t"+p.String()+", mã "+p.Code)
		}
	}
	return out
}

func (a asked) provinces() []string {
	var out []string
	seen := map[string]bool{}
	for _, p := range places.On(a.day()).All() {
		if whole, ok := goOn(a.typed, p.Province); ok && !seen[p.Province] {
			out = append(out, whole)
		}
		seen[p.Province] = true
	}
	return out
}

// goOn is what was typed with the rest of the name, when the name begins so,
// with hyphens between its words. Typed without accents, it goes on without.
func goOn(typed, name string) (string, bool) {
	const gap = "-"
	shown := []rune(strings.ReplaceAll(name, " ", gap))
	if n := utf8.RuneCountInString(typed); n <= len(shown) && strings.EqualFold(string(shown[:n]), typed) {
		return typed + string(shown[n:]), true
	}
	// Without the end, Fold would trim the gap that was typed last.
	const end = "|"
	folded := vi.Fold(typed + end)
	if len(folded) != len(typed+end) {
		return "", false // accents were typed, and are not the name's
	}
	rest, ok := strings.CutPrefix(vi.Fold(name), strings.TrimSuffix(folded, end))
	return typed + strings.ReplaceAll(rest, " ", gap), ok
}

func described[T ~string](all []T, title func(T) string) []string {
	return list.Map(all, func(one T) string { return string(one) + "\t" + title(one) })
}
