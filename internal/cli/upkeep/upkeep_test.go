package upkeep_test

import (
	"database/sql"
	"os"
	"strings"
	"testing"

	"ntm/internal/cli"
	"ntm/internal/cli/clitest"
)

var ntm clitest.Program = cli.Run

func TestMain(m *testing.M) { ntm.Main(m) }

// step is a command on the stores of a folder, and what comes of it.
type step struct {
	args   string
	status int
	said   string // on either stream
}

func play(t *testing.T, steps []step) {
	t.Helper()
	for _, s := range steps {
		stdout, stderr, status := ntm.Run(t.Context(), strings.Fields(s.args)...)
		if status != s.status || !strings.Contains(stdout+stderr, s.said) {
			t.Errorf("ntm %s: status %d, want %d and %q:\n%s%s", s.args, status, s.status, s.said, stdout, stderr)
		}
	}
}

// withReport is a store with one report, in the folder that the test stands in.
func withReport(t *testing.T) {
	t.Helper()
	data, err := os.ReadFile("../../../testdata/quang-trung-2023.yaml")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("bao-cao.yaml", data, 0o600); err != nil { // its path may hold blanks
		t.Fatal(err)
	}
	play(t, []step{{"store init --db tinh.db", 0, "sẵn sàng"}, {"import bao-cao.yaml --db tinh.db --as A", 0, ""}})
}

// A store is backed up, given back and copied; what is there is replaced only when that is said.
func TestKept(t *testing.T) {
	withReport(t)
	play(t, []step{
		{"doctor --db tinh.db --evidence", 0, "NGUYÊN VẸN"},
		{"doctor --db tinh.db --json", 0, `"digest"`},
		{"backup --db tinh.db", 2, "còn thiếu -o"},
		{"backup --db tinh.db -o luu.pdf", 2, ""},
		{"backup --db tinh.db -o luu.db", 0, "bản sao nguyên vẹn"},
		{"backup --db tinh.db -o luu.db", 1, "luu.db"},
		{"restore khong-co.db --db moi.db", 1, "không có tệp này"},
		{"restore luu.db --db moi.db", 0, "Đã khôi phục"},
		{"restore luu.db --db moi.db", 1, "--force"},
		{"restore luu.db --db moi.db --force", 0, "Kho cũ được giữ"},
		{"store copy tinh.db tinh.db", 2, "hai kho là một"},
		{"store copy tinh.db ban-chep.db", 0, "hai kho giống nhau"},
		{"doctor --db ban-chep.db", 0, "NGUYÊN VẸN"},
		{"store init --db tinh.db --office khong-co-tinh", 2, "một tài khoản và tên một tỉnh"},
		{"store init --db tinh.db --roles", 1, ""},
		{"store init --db tinh.db --publish khong-co-tinh", 2, "cần tên một tỉnh trong danh mục"},
		{"store init --db tinh.db --publish nghe-an", 1, "kho dạng tệp không nhân bản"},
		{"store init --db tinh.db --subscribe nghe-an=postgres://a@b/c", 1, "kho dạng tệp không nhân bản"},
		{"store init --db tinh.db --subscribe nghe-an=b", 2, "địa chỉ kho của tỉnh"},
		{"store init --db tinh.db --subscribe nghe-an=postgres://a:lộ@b/c", 2, "mật khẩu không được ghi"},
		{"store", 0, "Các lệnh"},
	})
}

// What is damaged is told of, by the doctor and by who copies it; the status is 3.
func TestDamaged(t *testing.T) {
	withReport(t)
	db, err := sql.Open("sqlite", "tinh.db")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("UPDATE documents SET packed = x'00'"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	play(t, []step{
		{"doctor --db tinh.db", 3, "KHÔNG NGUYÊN VẸN"},
		{"backup --db tinh.db -o luu.db", 3, "hỏng sẵn trong kho"},
	})
	if err := os.WriteFile("rac.db", []byte("not a store"), 0o600); err != nil {
		t.Fatal(err)
	}
	play(t, []step{{"doctor --db rac.db", 1, "ntm restore"}})
}

// What cannot be meant is refused with an example before a store is made.
func TestInitRefuses(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, s := range []struct {
		args []string
		said string
	}{
		{[]string{"--office", "vpdp"}, "--office \"vpdp\": cần một tài khoản"},
		{[]string{"--office", " =Thanh Hóa"}, "cần một tài khoản"},
		{[]string{"--office", "vpdp=Giả Định"}, "tên một tỉnh trong danh mục"},
		{[]string{"--publish", "Giả Định"}, "--publish \"Giả Định\""},
		{[]string{"--subscribe", "Thanh Hóa=tinh.db"}, "--subscribe"},
		{[]string{"--subscribe", "Giả Định=postgres://ntm@may-gia-dinh/ntm"}, "tên một tỉnh trong danh mục"},
		{[]string{"--subscribe", "Thanh Hóa=postgres://ntm:mat-khau@may-gia-dinh/ntm"}, "mật khẩu không được ghi"},
	} {
		args := append([]string{"store", "init", "--db", "tinh.db"}, s.args...)
		stdout, stderr, status := ntm.Run(t.Context(), args...)
		if status != 2 || stdout != "" || !strings.Contains(stderr, s.said) || strings.Contains(stderr, "mat-khau") {
			t.Errorf("%v: %d, %s%s", s.args, status, stdout, stderr)
		}
	}
	if _, err := os.Stat("tinh.db"); err == nil {
		t.Error("a store was made all the same")
	}
}
