package evidence_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"ntm/internal/evidence"

	"golang.org/x/text/unicode/norm"
)

// The digest of nothing.
const ofNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

func TestHash(t *testing.T) {
	outer := t.TempDir()
	folder := filepath.Join(outer, "hồ sơ")
	write := func(path, words string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(words), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(filepath.Join(folder, "a.pdf"), "abc")
	write(filepath.Join(folder, "rong.pdf"), "")
	write(filepath.Join(folder, "ảnh", "b.jpg"), "abc")
	write(filepath.Join(folder, norm.NFD.String("Biên bản"), norm.NFD.String("họp.pdf")), "abc")
	write(filepath.Join(outer, "secret.txt"), "abc")
	link := func(to, name string) {
		t.Helper()
		if err := os.Symlink(to, filepath.Join(folder, name)); err != nil {
			t.Skip(err)
		}
	}
	link("a.pdf", "trong.pdf")
	link(filepath.Join(outer, "secret.txt"), "ra.pdf")
	link("../secret.txt", "ra-2.pdf")
	link("/dev/zero", "zero.pdf")
	const ofABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
	want := []evidence.File{
		{Path: "a.pdf", State: evidence.Found, Size: 3, SHA256: ofABC},
		{Path: "./a.pdf", State: evidence.Found, Size: 3, SHA256: ofABC},
		{Path: "rong.pdf", State: evidence.Found, SHA256: ofNothing},
		{Path: `ảnh\b.jpg`, State: evidence.Found, Size: 3, SHA256: ofABC},
		{Path: "Biên bản/họp.pdf", State: evidence.Found, Size: 3, SHA256: ofABC},
		{Path: "trong.pdf", State: evidence.Found, Size: 3, SHA256: ofABC},
		{Path: "ra.pdf", State: evidence.Outside},
		{Path: "ra-2.pdf", State: evidence.Outside},
		{Path: "zero.pdf", State: evidence.Outside},
		{Path: "ảnh", State: evidence.NotPlain},
		{Path: "none.pdf", State: evidence.Missing},
		{Path: "ảnh/none.pdf", State: evidence.Missing},
		{Path: "a.pdf/b", State: evidence.Missing},
		{Path: "../secret.txt", State: evidence.Outside},
		{Path: filepath.Join(outer, "secret.txt"), State: evidence.Outside},
		{Path: `C:\x.pdf`, State: evidence.Outside},
		{Path: "ảnh/../../secret.txt", State: evidence.Outside},
		{Path: "aux.pdf", State: evidence.Outside},
	}
	paths := []string{"a.pdf"}
	for _, f := range want {
		paths = append(paths, f.Path)
	}
	got, err := evidence.Hash(t.Context(), folder, paths)
	if err != nil || len(got) != len(want) {
		t.Fatalf("%d files, want %d; %v", len(got), len(want), err)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%+v, want %+v", got[i], want[i])
		}
	}
}

func TestNobodyWaits(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "a.pdf"), []byte("abc"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := evidence.Hash(ctx, folder, []string{"a.pdf"}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := evidence.Hash(t.Context(), filepath.Join(folder, "none"), nil); err == nil {
		t.Error("a folder that is not there is no error")
	}
}

func TestLocal(t *testing.T) {
	for named, want := range map[string]string{
		"a/b.pdf": "a/b.pdf", `a\b.pdf`: "a/b.pdf", "./a.pdf": "a.pdf", "com10.pdf": "com10.pdf",
		"auxiliary.pdf": "auxiliary.pdf",
		"":              "", ".": "", "/a": "", `\\x\a`: "", "a//b": "", "a/./b": "", "a/.. /b": "", "http://x.vn": "",
		"NUL": "", "a/con.txt": "", "LPT1.pdf": "", "com¹": "", "a\nb": "",
	} {
		if got, inside := evidence.Local(named); got != want || inside != (want != "") {
			t.Errorf("%q is %q, %v, want %q", named, got, inside, want)
		}
	}
}
