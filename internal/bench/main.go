//go:build linux

// Command bench measures the program as offices run it, each case a process of
// its own: one commune, a province of 600, the country of 10,597, on every
// processor and on one. What it reads is made up by package invented, from one
// seed.
//
//	go run ./internal/bench          # some minutes
//	go run ./internal/bench country  # the cases whose names have the word
//
// It prints a table for docs/development.md. A time is the shortest of the runs; memory is
// the most the process had in the machine's eyes; what is allocated is counted by
// the runtime.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

func main() {
	if out := os.Getenv(childOf); out != "" {
		child(out, os.Args[1:])
		return
	}
	folder, err := os.MkdirTemp("", "ntm-bench-")
	if err == nil {
		err = measureAll(folder, strings.Join(os.Args[1:], " "))
		_ = os.RemoveAll(folder)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func measureAll(folder, wanted string) error {
	fmt.Println("| việc | số xã | số lõi | giây | giây CPU | xã/giây | bộ nhớ cao nhất (MB) | cấp phát/xã |")
	fmt.Println("|---|---|---|---|---|---|---|---|")
	if name := "start"; strings.Contains(name, wanted) {
		if err := startUp(folder); err != nil {
			return err
		}
	}
	for _, c := range cases(folder) {
		if !strings.Contains(c.name, wanted) {
			continue
		}
		if err := c.prepare(); err != nil {
			return err
		}
		for _, processors := range c.processors {
			best, err := c.best(folder, processors)
			if err != nil {
				return fmt.Errorf("%s: %w", c.name, err)
			}
			fmt.Println(best.row(c.title, c.communes, processors))
		}
	}
	return nil
}

// bench is one case.
type bench struct {
	name, title string
	communes    int
	runs        int
	processors  []int
	prepare     func() error // makes what it reads, once
	fresh       string       // what a run must not find from the one before
	args        []string
}

const province, country, loaded = 600, 10_597, 1000

// cases lists them, the small ones first.
func cases(folder string) []bench {
	at := func(name string) string { return filepath.Join(folder, name) }
	one, forms, thousand := at("gia-dinh.xlsx"), at("xa-600"), at("xa-1000")
	wide, all := at("tinh.csv"), at("ca-nuoc.csv")
	both, single := []int{runtime.NumCPU(), 1}, []int{1}
	nothing := func() error { return nil }
	makeOne := func() error { return writeForms(one, 1) }
	makeForms := func() error { return writeForms(forms, province) }
	makeWide := func() error { return writeWide(wide, province) }
	makeAll := func() error { return writeWide(all, country) }
	out := []bench{
		{"commune check", "kiểm tra một biểu mẫu", 1, 5, both, makeOne, "", []string{"check", one}},
		{"commune assess", "đánh giá một biểu mẫu", 1, 5, both, makeOne, "", []string{"assess", one}},
		{"commune dossier", "lập hồ sơ một xã", 1, 5, both, makeOne, "", []string{"dossier", one, "--force", "-o", at("ho-so.xlsx")}},
		{"province assess", "đánh giá 600 biểu mẫu", province, 1, both, makeForms, "", []string{"assess", forms}},
		{"province dossier", "lập hồ sơ từ 600 biểu mẫu", province, 1, both, makeForms, at("ho-so"), []string{"dossier", forms, "-o", at("ho-so")}},
		{"province import", "nhập bảng tổng hợp vào kho", province, 1, both, makeWide, at("tinh.db"), []string{"import", wide, "--db", at("tinh.db")}},
		{"province report", "báo cáo của tỉnh", province, 1, both, makeWide, "", []string{"report", "--db", at("tinh.db"), "--year", "2023", "--force", "-o", at("bao-cao.xlsx")}},
		{"forms check", "đọc, kiểm tra 1.000 biểu mẫu", loaded, 1, both, func() error { return writeForms(thousand, loaded) }, "", []string{"check", thousand}},
	}
	for _, communes := range []int{1000, 3000, country} {
		out = append(out, bench{"judge " + fmt.Sprint(communes), "chỉ đánh giá, ba mức, đã đọc", communes, 3, single, nothing, "", []string{judgeCase, fmt.Sprint(communes)}})
	}
	return append(out,
		bench{"country assess", "đánh giá bảng tổng hợp cả nước", country, 1, both, makeAll, "", []string{"assess", all}},
		bench{"country import", "nhập bảng tổng hợp cả nước vào kho", country, 1, both, makeAll, at("ca-nuoc.db"), []string{"import", all, "--db", at("ca-nuoc.db")}},
		bench{"country list", "danh sách cả nước", country, 3, both, nothing, "", []string{"list", "--db", at("ca-nuoc.db")}},
		bench{"country report", "báo cáo cả nước", country, 1, both, nothing, "", []string{"report", "--db", at("ca-nuoc.db"), "--year", "2023", "--force", "-o", at("bao-cao.xlsx")}},
		bench{"country dossier", "lập hồ sơ cả nước", country, 1, []int{runtime.NumCPU()}, makeAll, at("ho-so-ca-nuoc"), []string{"dossier", all, "-o", at("ho-so-ca-nuoc")}},
	)
}
