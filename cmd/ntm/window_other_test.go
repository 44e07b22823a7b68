//go:build linux

package main

import (
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"ntm/internal/testenv"
)

// clicked is this program as a desktop starts it: without a terminal, with a screen or without, and a
// browser that notes what it is to open.
func clicked(t *testing.T, program, screen string, out io.Writer) (cmd *exec.Cmd, noted string) {
	t.Helper()
	folder := t.TempDir()
	noted = filepath.Join(folder, "mo")
	script := "#!/bin/sh\nprintf %s \"$1\" > '" + noted + ".tam' && mv '" + noted + ".tam' '" + noted + "'\n"
	if err := os.WriteFile(filepath.Join(folder, "xdg-open"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	cmd = exec.Command(program) // its streams lead nowhere where none is named
	cmd.Stdout = out
	cmd.Env = append(os.Environ(), "DISPLAY="+screen, "WAYLAND_DISPLAY=", "NTM_AS=Người thử", "HOME="+folder,
		"XDG_CACHE_HOME="+folder, "XDG_CONFIG_HOME="+folder, "XDG_DATA_HOME="+folder, "NTM_DB=",
		"PATH="+folder+string(filepath.ListSeparator)+os.Getenv("PATH"))
	return cmd, noted
}

var linked = regexp.MustCompile(`url=(http://127\.0\.0\.1:[^"]+)"`)

// A double-click on a desktop without a terminal opens the window in the browser; without a screen, or
// where somebody reads what is printed, the program says what it can do.
func TestDoubleClickWithoutATerminal(t *testing.T) {
	testenv.LeftToWhole(t)
	program := filepath.Join(t.TempDir(), "ntm")
	if said, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatal(string(said), err)
	}
	var out strings.Builder
	read, _ := clicked(t, program, ":9", &out)
	if err := read.Run(); err != nil || !strings.Contains(out.String(), "Các lệnh:") {
		t.Errorf("read by somebody: %v %s", err, out.String())
	}
	fails, noted := clicked(t, program, ":9", nil)
	fails.Env = append(fails.Env, "NTM_DB="+t.TempDir()) // a folder is no store
	if err := fails.Run(); err == nil {
		t.Error("it opens a folder")
	}
	file, err := os.ReadFile(noted)
	if err == nil {
		file, err = os.ReadFile(strings.TrimPrefix(string(file), "file://"))
	}
	if err != nil || !strings.Contains(string(file), "Chưa mở được bàn làm việc") {
		t.Errorf("nobody is told why: %v %s", err, file)
	}
	for _, screen := range []string{"", ":9"} {
		cmd, noted := clicked(t, program, screen, nil)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		if screen == "" {
			if err := <-ended; err != nil {
				t.Error(err)
			}
			continue
		}
		t.Cleanup(func() {
			_ = cmd.Process.Kill()
			if err := <-ended; err == nil {
				t.Error("it ended by itself")
			}
		})
		var file []byte
		for file == nil { // until the browser is asked
			select {
			case err := <-ended:
				t.Fatal("it ended:", err)
			case <-time.After(10 * time.Millisecond):
				file, _ = os.ReadFile(noted)
			}
		}
		page, err := os.ReadFile(strings.TrimPrefix(string(file), "file://"))
		found := linked.FindSubmatch(page)
		if err != nil || found == nil {
			t.Fatalf("%s: %v %s", file, err, page)
		}
		answer, err := http.Get(string(found[1]))
		if err != nil || answer.StatusCode != http.StatusOK {
			t.Fatal(answer, err)
		}
		_ = answer.Body.Close()
	}
}
