// Package libreoffice has the LibreOffice of this machine turn a file of another kind into
// one that can be read here: an old Word file into .docx, an old workbook into .xlsx. What
// it opens may come from anywhere, so it runs with a profile of its own, without macros and,
// where the system allows it, without a network.
package libreoffice

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"ntm/internal/problem"
	"ntm/internal/scratch"
)

// Why nothing was made.
var (
	ErrAbsent = errors.New("there is no LibreOffice on this machine")
	ErrFailed = errors.New("LibreOffice could not open the file")
)

// patience is how long LibreOffice may take over a file; two seconds are usual.
const patience = 90 * time.Second

// programs are what LibreOffice is called on the path, and where systems put it. On Windows that is
// soffice.com: soffice.exe does not wait until it is done.
func programs() []string {
	out := []string{"soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"}
	for _, folder := range []string{os.Getenv("ProgramFiles"), os.Getenv("ProgramFiles(x86)")} {
		if folder != "" {
			out = append(out, filepath.Join(folder, "LibreOffice", "program", "soffice.com"))
		}
	}
	return out
}

// Program is where LibreOffice is on this machine, "" for nowhere.
func Program() string {
	for _, name := range programs() {
		if found, err := exec.LookPath(name); err == nil {
			return found
		}
	}
	return ""
}

// Convert has a file of a name's extension turned into another kind, "docx" or "xlsx", and
// lets use read what was made: it is gone afterwards. The error is ErrAbsent, ErrFailed, that
// of use, or a problem.Problem where there is no room for it.
func Convert(ctx context.Context, name string, data []byte, kind string, use func(path string) error) error {
	program := Program()
	if program == "" {
		return ErrAbsent
	}
	folder, err := scratch.Make("")
	if err != nil {
		return problem.Problem{Message: "không tạo được thư mục tạm: " + err.Error(),
			Hint: "kiểm tra chỗ trống trên đĩa"}
	}
	defer func() { _ = folder.Close() }() // what is left there is cleared by the next program
	made, err := converted(ctx, program, folder, name, data, kind)
	if ended := ctx.Err(); ended != nil {
		return ended
	}
	if err != nil {
		return err
	}
	return use(made)
}

// settings of LibreOffice's own: no macros, nothing fetched from outside, and for what is
// fetched all the same a proxy where nobody listens.
var settings = [][3]string{
	{"Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"},
	{"Office.Common/Security/Scripting", "DisableMacrosExecution", "true"},
	{"Office.Common/Security/Scripting", "MacroSecurityLevel", "3"},
	{"Inet/Settings", "ooInetProxyType", "2"},
	{"Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"}, {"Inet/Settings", "ooInetHTTPProxyPort", "9"},
	{"Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"}, {"Inet/Settings", "ooInetHTTPSProxyPort", "9"},
}

func writeSettings(profile string) error {
	var out strings.Builder
	out.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" +
		`<oor:items xmlns:oor="http://openoffice.org/2001/registry">`)
	for _, s := range settings {
		fmt.Fprintf(&out, `<item oor:path="/org.openoffice.%s"><prop oor:name="%s" oor:op="fuse"><value>`+
			`%s</value></prop></item>`, s[0], s[1], s[2])
	}
	out.WriteString("</oor:items>")
	folder := filepath.Join(profile, "user")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "registrymodifications.xcu"), []byte(out.String()), 0o600)
}

// ProfileIn is the flag that gives LibreOffice a profile of its own in a folder: one that somebody has
// open does not take the call then.
func ProfileIn(folder string) string {
	at := url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(folder), "/")} // also for C:/
	return "-env:UserInstallation=" + at.String()
}

// converted makes the file. LibreOffice ends well even when it failed: what counts
// is whether the file is there. Where the system allows it, it has no network: it would
// fetch the pictures and styles that a file names.
func converted(ctx context.Context, program string, folder *scratch.Folder, path string, data []byte,
	kind string) (string, error) {
	in := folder.File("tep" + strings.ToLower(filepath.Ext(path)))
	out, own := folder.File("tep-ra"), folder.File("tep-ho-so")
	if errors.Join(os.WriteFile(in, data, 0o600), writeSettings(own)) != nil {
		return "", ErrFailed
	}
	args := []string{program, ProfileIn(own), "--headless", "--norestore", "--convert-to", kind, "--outdir", out, in}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if alone, err := exec.LookPath("unshare"); err == nil && exec.CommandContext(ctx, alone, "-rn",
		"true").Run() == nil {
		args = append([]string{alone, "-rn"}, args...)
	}
	command := exec.CommandContext(ctx, args[0], args[1:]...)
	command.WaitDelay = time.Second
	_ = command.Run() // its status says nothing
	made := filepath.Join(out, "tep."+kind)
	if _, err := os.Stat(made); err != nil {
		return "", ErrFailed
	}
	return made, nil
}
