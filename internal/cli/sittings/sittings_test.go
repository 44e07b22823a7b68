package sittings_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/cli"
	"ntm/internal/cli/clitest"
	"ntm/internal/cli/command"

	"github.com/xuri/excelize/v2"
)

// ntm is the program of who acts on the store in the test's folder.
var ntm clitest.Program = func(ctx context.Context, args []string, w command.World) int {
	w.User, w.Store = "Người thử", "kho.db"
	return cli.Run(ctx, args, w)
}

func TestMain(m *testing.M) { ntm.Main(m) }

// step is a command line, and what comes of it.
type step struct {
	args   []string
	status int
	said   string // on either stream
}

// on is a command; words with blanks stand apart.
func on(status int, said, args string, words ...string) step {
	return step{append(strings.Fields(args), words...), status, said}
}

func play(t *testing.T, steps ...step) (stdout string) {
	t.Helper()
	for _, s := range steps {
		out, errs, status := ntm.Run(t.Context(), s.args...)
		if status != s.status || !strings.Contains(out+errs, s.said) {
			t.Fatalf("ntm %q: status %d, want %d and %q:\n%s%s", s.args, status, s.status, s.said, out, errs)
		}
		stdout = out
	}
	return stdout
}

const commune = "Giả Định" // invented, eligible at all levels

// waiting is a store in the test's folder whose one dossier waits for a council.
func waiting(t *testing.T) {
	t.Helper()
	data, err := os.ReadFile("../../../testdata/xa-gia-dinh-2023.yaml")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("xa.yaml", data, 0o600); err != nil {
		t.Fatal(err)
	}
	play(t, on(0, "", "import xa.yaml"),
		on(0, "", "process submit --level ntm --reason giả-định", commune),
		on(0, "", "process take-up", commune),
		on(0, "", "process opinion --department Sở --result Đạt --on 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19",
			commune),
		on(0, "", "process ready", commune))
}

var members = []string{"--member", "Người Một; UBND tỉnh; Chủ tịch", "--member", "Người Hai; Sở giả định; Phó Chủ tịch",
	"--member", "Người Ba; Sở khác"}

// opened is an empty sitting; rules are of the council's own where they are given.
func opened(t *testing.T, rules ...string) {
	t.Helper()
	play(t, on(0, "Đã lập hội đồng 2023-1", "council open --name HĐ --level ntm --year 2023",
		append(members, rules...)...))
}

var ownRules = []string{"--quorum", "60", "--proposal", "90 %", "--rule-source", "quy chế giả định"}

// filled marks the first commune of each ballot of a folder in a column, in the order of their names.
func filled(t *testing.T, folder string, columns ...string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.xlsx"))
	if err != nil || len(files) != len(columns) {
		t.Fatal(files, err)
	}
	for i, file := range files {
		book, err := excelize.OpenFile(file)
		if err != nil {
			t.Fatal(err)
		}
		sheet := book.GetSheetName(0)
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for k, row := range rows {
			if len(row) > 0 && row[0] == "1" {
				cell, _ := excelize.JoinCellName(columns[i], k+1)
				if err := book.SetCellStr(sheet, cell, "x"); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := book.Save(); err != nil || book.Close() != nil {
			t.Fatal(err)
		}
	}
}

// A sitting by commands, from its opening to its minutes: tried first, counted once.
func TestSitting(t *testing.T) {
	waiting(t)
	opened(t, ownRules...)
	play(t,
		on(0, "2023-1", "council list"),
		on(1, "", "council tally 2023-1"), // nothing was counted
		on(0, ": xã Giả Định", "council batch 2023-1 --waiting --reason giả-định"),
		on(0, "Đã đưa ra khỏi đợt", "council batch 2023-1 --remove", commune),
		on(0, "Đã đưa vào đợt", "council batch 2023-1 --reason giả-định", commune),
		on(0, "có mặt 2/3", "council attend 2023-1 --absent 3"),
		on(0, "Đã ghi 2 tệp", "council ballots 2023-1 -o phieu"))
	filled(t, "phieu", "E", "E")
	play(t,
		on(0, "kiểm thử: chưa ghi gì", "council tally 2023-1 phieu --dry-run"),
		on(1, "", "council tally 2023-1"),
		on(0, "2 đồng ý, 0 không đồng ý", "council tally 2023-1 phieu"),
		on(1, "", "council tally 2023-1 phieu"), // twice
		on(0, "Đã ghi biên bản", "council minutes 2023-1 -o bien-ban.xlsx"),
		on(1, "bien-ban.xlsx", "council minutes 2023-1 -o bien-ban.xlsx"),
		on(1, "", "council cancel 2023-1 --reason thử"))
	var tally struct {
		Schema             string
		Present, Out, Back int
		Secret             bool
		Results            []struct{ For, Against, Invalid int }
	}
	said := play(t, on(0, "", "council tally 2023-1 --json"))
	if err := json.Unmarshal([]byte(said), &tally); err != nil || tally.Schema != "ntm.tally.v1" || !tally.Secret ||
		tally.Present != 2 || tally.Out != 2 || len(tally.Results) != 1 || tally.Results[0].For != 2 {
		t.Errorf("%v %s", err, said)
	}
}

// Where the shares are not sure the chairman concludes, on a paper, and nobody else does.
func TestChairmanConcludes(t *testing.T) {
	waiting(t)
	opened(t)
	play(t,
		on(0, "", "council batch 2023-1 --waiting"),
		on(0, "Chủ tịch hội đồng vắng", "council attend 2023-1 --absent 1"),
		on(0, "Đã ghi 1 tệp", "council ballots 2023-1 --hands -o gio-tay"))
	play(t,
		on(2, "một trong --yes, --no", "council conclude 2023-1 --paper 15/TB", commune),
		on(2, "còn thiếu XÃ", "council conclude 2023-1 --yes --paper 15/TB"),
		on(1, "", "council conclude 2023-1 --yes --paper 15/TB", commune), // before the count
		on(0, "Đã hủy", "council cancel 2023-1 --reason mất-phiếu"),
		on(1, "", "council attend 2023-1"))
}

// What a command line of a sitting lacks is told, and nothing is written.
func TestRefusals(t *testing.T) {
	waiting(t)
	opened(t, ownRules...)
	for name, s := range map[string]step{
		"no council":         on(2, "HỘI_ĐỒNG", "council attend"),
		"unknown council":    on(1, "2099-1", "council attend 2099-1"),
		"nobody of many":     on(2, "từ 1 đến 3", "council attend 2023-1 --absent 4"),
		"a range turned":     on(2, "từ 1 đến 3", "council attend 2023-1 --absent 3-1"),
		"not a number":       on(2, "từ 1 đến 3", "council attend 2023-1 --absent x"),
		"no folder":          on(2, "-o", "council ballots 2023-1"),
		"nobody sits yet":    on(1, "", "council ballots 2023-1 -o phieu"),
		"nothing to try":     on(2, "còn thiếu TỆP", "council tally 2023-1 --dry-run"),
		"nothing to count":   on(1, "chưa phát phiếu", "council tally 2023-1 không-có"),
		"no file of minutes": on(2, "-o", "council minutes 2023-1"),
		"no reason":          on(2, "--reason", "council cancel 2023-1"),
		"both ways":          on(2, "chọn một cách", "council batch 2023-1 --waiting", commune),
		"which communes":     on(2, "còn thiếu XÃ", "council batch 2023-1"),
		"waiting leaves":     on(2, "chỉ để đưa vào đợt", "council batch 2023-1 --waiting --remove"),
		"no such commune":    on(1, "không", "council batch 2023-1 Không-Có"),
		"JSON of two":        on(2, "--json", "council open --waiting --json --level ntm --year 2023", members...),
		"a share unclear":    on(2, "0,7 %", "council open --quorum 0.7 --level ntm --year 2023", members...),
		"no source": on(2, "--rule-source", "council open --name HĐ --quorum 60 --level ntm --year 2023",
			members...),
		"no members": on(1, "thành viên", "council open --name HĐ --level ntm --year 2023"),
	} {
		t.Run(name, func(t *testing.T) {
			before := play(t, on(0, "", "council list --json"))
			play(t, s)
			if after := play(t, on(0, "", "council list --json")); after != before {
				t.Errorf("something was written: %s", after)
			}
		})
	}
}
