package cli

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ntm/internal/testenv"
)

// smallDisk is a disk of so many kilobytes, and what changes it.
func smallDisk(t *testing.T, kilobytes int) (folder string, remount func(options string)) {
	t.Helper()
	folder = t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", fmt.Sprintf("size=%dk", kilobytes), "tmpfs",
		folder).CombinedOutput(); err != nil {
		t.Skipf("a disk of its own cannot be mounted here: %s", out)
	}
	t.Cleanup(func() { _ = exec.Command("umount", "-l", folder).Run() })
	return folder, func(options string) {
		if out, err := exec.Command("mount", "-o", "remount,"+options, folder).CombinedOutput(); err != nil {
			t.Fatalf("%s", out)
		}
	}
}

// try runs the program and gives what it says in both streams.
func (o *desk) try(args ...string) (said string, failed bool) {
	var out, errs bytes.Buffer
	cmd := exec.Command(o.program, append(args, "--db", o.db)...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = o.folder, &out, &errs
	cmd.Env = append(os.Environ(), "NTM_AS=người thử")
	err := cmd.Run()
	return out.String() + errs.String(), err != nil
}

// A disk that runs full, and one that may only be read: a clear word, and a store
// that is what it was.
func TestFullAndReadOnlyDisk(t *testing.T) {
	testenv.LeftToWhole(t)
	t.Parallel()
	o := newDesk(t)
	disk, remount := smallDisk(t, testenv.Some(t, 300, 1600))
	o.db = filepath.Join(disk, "kho.db")
	told, full := 0, ""
	for v := 0; full == "" && v < 500; v++ {
		o.invented("bao-cao", v, "30523")
		said, failed := o.try("import", "bao-cao")
		if failed {
			full = said
		} else {
			told++
		}
	}
	if !strings.Contains(full, "đĩa đã đầy") || !strings.Contains(full, "giải phóng dung lượng rồi chạy lại") {
		t.Errorf("after %d reports: %s", told, full)
	}
	remount("size=8m")
	if reports, _ := o.sound(); len(reports) != told || told == 0 {
		t.Errorf("%d reports told of, %d there", told, len(reports))
	}
	if said, failed := o.try("import", "bao-cao"); failed {
		t.Errorf("with room again: %s", said)
	}
	remount("ro")
	for _, args := range [][]string{{"import", "bao-cao"}, {"process", "submit", "30523", "--level", "ntm"}} {
		if said, failed := o.try(args...); !failed || !strings.Contains(said, "không mở được kho dữ liệu để ghi") ||
			!strings.Contains(said, "chọn nơi khác bằng --db") {
			t.Errorf("%v on a disk that may only be read: %s", args, said)
		}
	}
	remount("rw")
	if reports, _ := o.sound(); len(reports) != told+1 {
		t.Errorf("%d reports there, want %d", len(reports), told+1)
	}
}
