//go:build linux

package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"ntm/criteria/packs"
	"ntm/internal/invented"
)

const year = 2023

// writeForms fills so many forms in a folder, or one in a file of that name; what
// is there already stays.
func writeForms(path string, communes int) error {
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	if communes == 1 {
		return write(path, func(w io.Writer) error { return invented.New(packs.Embedded(), 1).WriteForm(w, 0, year) })
	}
	if err := os.Mkdir(path, 0o700); err != nil {
		return err
	}
	made := invented.New(packs.Embedded(), 1)
	for i := range communes {
		err := write(filepath.Join(path, fmt.Sprintf("gia-dinh-%05d.xlsx", i)), func(w io.Writer) error { return made.WriteForm(w, i, year) })
		if err != nil {
			return err
		}
	}
	return nil
}

// writeWide fills a wide sheet; one that is there already stays.
func writeWide(path string, communes int) error {
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	return write(path, func(w io.Writer) error { return invented.New(packs.Embedded(), 1).WriteCSV(w, 0, communes, year) })
}

func write(path string, fill func(io.Writer) error) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := fill(file); err != nil {
		_ = file.Close()
		return err
	}
	return file.Close()
}
