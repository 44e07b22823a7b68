package decision

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"ntm/internal/document"
	"ntm/internal/docx"
	"ntm/internal/problem"
	"ntm/internal/scratch"
)

// patience is how long LibreOffice may take over a file; two seconds are usual.
const patience = 90 * time.Second

var errConvert = problem.Problem{Message: "LibreOffice không mở được tệp này", Hint: saveAsWord}

// programs are where LibreOffice is looked for besides the path.
var programs = []string{"soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice",
	`C:\Program Files\LibreOffice\program\soffice.exe`, "/usr/lib/libreoffice/program/soffice",
	"/opt/libreoffice/program/soffice"}

// convert reads an old Word file, or one of LibreOffice's own, by way of LibreOffice.
func convert(ctx context.Context, path string, data []byte) (*document.Document, error) {
	program := ""
	for _, name := range programs {
		if found, err := exec.LookPath(name); err == nil {
			program = found
			break
		}
	}
	if program == "" {
		return nil, errNoConvert
	}
	folder, err := scratch.Make("")
	if err != nil {
		return nil, problem.Problem{Message: "không tạo được thư mục tạm: " + err.Error(),
			Hint: "kiểm tra chỗ trống trên đĩa"}
	}
	defer func() { _ = folder.Close() }() // what is left there is cleared by the next program
	made, err := converted(ctx, program, folder, path, data)
	if err != nil {
		return nil, err
	}
	d, err := docx.Open(made)
	if err != nil {
		return nil, errConvert
	}
	d.Said = append(d.Said, "tệp được đọc qua LibreOffice: hai bảng liền nhau có thể thành một, và dòng đã xóa "+
		"trong bản theo dõi thay đổi có thể còn lại; đối chiếu kỹ hơn với bản gốc")
	return d, nil
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

// converted makes the Word file. LibreOffice ends well even when it failed: what counts
// is whether the file is there. It has a profile of its own, so that one that is open
// does not take the call, and where the system allows it no network: it would fetch the
// pictures and styles that a file names.
func converted(ctx context.Context, program string, folder *scratch.Folder, path string, data []byte) (string, error) {
	in := folder.File("tep" + strings.ToLower(filepath.Ext(path)))
	out := folder.File("tep-ra")
	if err := os.WriteFile(in, data, 0o600); err != nil {
		return "", errConvert
	}
	own := folder.File("tep-ho-so")
	if err := writeSettings(own); err != nil {
		return "", errConvert
	}
	profile := url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(own), "/")} // also for C:/
	args := []string{program, "-env:UserInstallation=" + profile.String(), "--headless", "--norestore",
		"--convert-to", "docx", "--outdir", out, in}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if alone, err := exec.LookPath("unshare"); err == nil && exec.CommandContext(ctx, alone, "-rn",
		"true").Run() == nil {
		args = append([]string{alone, "-rn"}, args...)
	}
	command := exec.CommandContext(ctx, args[0], args[1:]...)
	command.WaitDelay = time.Second
	_ = command.Run() // its status says nothing
	made := filepath.Join(out, "tep.docx")
	if _, err := os.Stat(made); err != nil {
		return "", errConvert
	}
	return made, nil
}
