//go:build linux

package hostile

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// report is a report that can be read, with further lines.
const report = "schema: ntm.report.v1\ncommune: {code: \"16492\"}\nyear: 2023\n"

// texts are reports and wide sheets in text.
func texts() []attack {
	reads := []string{"assess {}", "import {}"}
	of := func(file, text string) attack {
		return attack{file, func(path string) error { return os.WriteFile(path, []byte(text), 0o600) }, reads}
	}
	return []attack{
		of("neo.yaml", report+anchors()),
		of("neo-vong.yaml", report+"note: &a [*a]\n"),
		of("long-sau.yaml", report+"note: "+strings.Repeat("[", 500_000)),
		of("long-sau-thut-dong.yaml", nested(1400)),
		of("long-sau.json", strings.Repeat(`{"a":`, 300_000)),
		of("so-lon.yaml", report+"figures:\n  - id: income_per_capita\n    value: 1e999999\n"),
		of("so-nhieu-chu-so.yaml", report+"figures:\n  - id: income_per_capita\n    value: "+strings.Repeat("9",
			1_000_000)+"\n"),
		of("so-mu-am.yaml", report+"figures:\n  - id: income_per_capita\n    value: 1e-999999\n"),
		of("nam-tran.yaml", strings.Replace(report, "2023", "99999999999999999999", 1)),
		{"phinh.yaml", func(path string) error { // five bytes more for each sign, written as JSON
			return os.WriteFile(path, []byte(report+"note: \""+strings.Repeat("<", 500_000)+"\"\n"), 0o600)
		}, []string{"dossier {} -o ra.xlsx", "import {} --db moi/kho.db"}},
		of("ma-hoa-khac.yaml", report+"note: \"Qu\xe1ng Tr\xfang\"\n"),
		of("ky-tu-khong.yaml", report+"note: \"a\x00b\"\n"),
		of("qua-lon.yaml", report+"note: "+strings.Repeat("x", 3<<20)+"\n"),
		of("qua-lon.json", `{"note": "`+strings.Repeat("x", 3<<20)+`"}`),
		of("dong-50mb.csv", "ntm:code;ntm:year;income_per_capita\n16492;2023;"+strings.Repeat("9", 50<<20)+"\n"),
		of("trieu-dong.csv", "ntm:code;ntm:year;income_per_capita\n"+strings.Repeat("16492;2023;69\n", 1_000_000)),
		of("trieu-cot.csv", "ntm:code;ntm:year;income_per_capita"+strings.Repeat(";", 1_000_000)+"\n16492;2023;69\n"),
		of("ma-hoa-khac.csv", "ntm:code;ntm:year\n\xff\xfe\xfa;2023\n"),
		of("ngoac-kep-mo.csv", "ntm:code;ntm:year\n\""+strings.Repeat("16492;2023\n", 100_000)),
		{"ong.yaml", func(path string) error { return syscall.Mkfifo(path, 0o600) }, []string{"assess .", "import {}"}},
		{"ong.xlsx", func(path string) error { return syscall.Mkfifo(path, 0o600) },
			[]string{"assess .", "verify {}", "process opinion --from {}",
				"criteria import {} --office Giả --dry-run"}},
		{"thiet-bi.yaml", func(path string) error { return os.Symlink("/dev/zero", path) },
			append([]string{"assess ."}, reads...)},
		{"thiet-bi.csv", func(path string) error { return os.Symlink("/dev/zero", path) },
			append([]string{"assess ."}, reads...)},
		{"thiet-bi.xlsx", func(path string) error { return os.Symlink("/dev/zero", path) },
			[]string{"assess {}", "verify {}", "process opinion --from {}",
				"criteria import {} --office Giả --dry-run"}},
		{"bo/ong.yaml", func(path string) error { return syscall.Mkfifo(path, 0o600) }, []string{"criteria check bo"}},
		{"bo/thiet-bi.yaml", func(path string) error { return os.Symlink("/dev/zero", path) },
			[]string{"criteria check bo"}},
		{"bo/lon.yaml", func(path string) error { return os.WriteFile(path, make([]byte, 3<<20), 0o600) },
			[]string{"criteria check bo"}},
		{"bo/neo-bo.yaml", func(path string) error {
			return os.WriteFile(path, []byte("schema: ntm.standard.v1\n"+anchors()), 0o600)
		}, []string{"criteria check bo"}},
		{"vong.yaml", func(path string) error { return os.Symlink("vong.yaml", path) },
			append([]string{"assess ."}, reads...)},
		{"thu-muc-vong/bao-cao.yaml", func(path string) error {
			folder := filepath.Dir(path)
			return os.Symlink("..", filepath.Join(folder, "vong"))
		}, []string{"assess .", "import ."}},
	}
}

// anchors are keys that unfold to ten to the power of twelve words.
func anchors() string {
	var b strings.Builder
	b.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n")
	for i := range 12 {
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i+1, i+1, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i),
			10), ", "))
	}
	return b.String()
}

// nested is a report with a mapping in a mapping, so many deep, each on its line.
func nested(depth int) string {
	var b strings.Builder
	b.WriteString(report + "note:\n")
	for i := range depth {
		b.WriteString(strings.Repeat(" ", i+1) + "a:\n")
	}
	return b.String()
}

// stores are files given for a store.
func stores(b bases) []attack {
	reads := []string{"list --db {}", "doctor --db {}", "restore {} --db moi/kho.db --force", "import {}"}
	of := func(file string, data []byte) attack {
		return attack{file, func(path string) error { return os.WriteFile(path, data, 0o600) }, reads}
	}
	empty := of("rong.ntm", nil)
	empty.commands = []string{"restore {} --db moi/kho.db", "import {}", "report {} --year 2023"}
	flipped := append([]byte(nil), b.store...)
	for i := 4096; i < len(flipped); i += 97 {
		flipped[i] ^= 0x5a
	}
	huge := append([]byte(nil), b.store...)
	copy(huge[28:32], "\xff\xff\xff\xff") // how many pages it says it has
	return []attack{
		of("khong-phai-kho.ntm", []byte(strings.Repeat("không phải kho dữ liệu\n", 1000))),
		empty,
		of("cut-nua.ntm", b.store[:len(b.store)/2]),
		of("cut-dau-trang.ntm", b.store[:100]),
		of("le-trang.ntm", b.store[:len(b.store)-777]),
		of("doi-byte.ntm", flipped),
		of("khai-nhieu-trang.ntm", huge),
	}
}

// papers are reports that name evidence where none may be read.
func papers() (all []attack) {
	for _, named := range []string{
		"../../../../etc/passwd", "/etc/passwd", `C:\Windows\win.ini`, `\\may-chu\chung\a.pdf`, "file:///etc/passwd",
		"CON", "com1.pdf", "nul.txt", "lien-ket.pdf", "thiet-bi.pdf", "ong.pdf", "thu-muc", "a.pdf:an", ".. /a.pdf",
		"a\x07b.pdf",
	} {
		all = append(all, attack{fmt.Sprintf("minh-chung-%d.yaml", len(all)+1), func(path string) error {
			folder := filepath.Dir(path)
			text := fmt.Sprintf("%sevidence:\n  - {id: a, title: Giả định, file: %q}\n", report, named)
			for _, err := range []error{
				os.Symlink("/etc/passwd", filepath.Join(folder, "lien-ket.pdf")),
				os.Symlink("/dev/zero", filepath.Join(folder, "thiet-bi.pdf")),
				syscall.Mkfifo(filepath.Join(folder, "ong.pdf"), 0o600),
				os.Mkdir(filepath.Join(folder, "thu-muc"), 0o700),
			} {
				if err != nil {
					return err
				}
			}
			return os.WriteFile(path, []byte(text), 0o600)
		}, []string{"dossier {} -o ra.xlsx --force --at 15/11/2023"}})
	}
	return all
}
