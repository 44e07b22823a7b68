package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"ntm/internal/vi"
)

// lineReader gives what is typed line by line; at the end of the input, or when the
// person interrupts the program, errLeave.
func lineReader(w World) func() (string, error) {
	r := bufio.NewReader(w.Stdin)
	type answer struct {
		text string
		err  error
	}
	return func() (string, error) {
		answers := make(chan answer, 1)
		go func() {
			line, err := r.ReadString('\n')
			answers <- answer{strings.TrimSpace(line), err}
		}()
		select {
		case <-w.Context.Done(): // nobody asks again
			return "", errLeave
		case a := <-answers:
			if a.err != nil && a.text == "" {
				return "", errLeave
			}
			return a.text, nil
		}
	}
}

// ask asks for one line; Enter alone takes what is proposed, if anything. The
// error is errLeave or errBack.
func (g *guide) ask(prompt, proposed string) (string, error) {
	if proposed != "" {
		prompt += " [" + proposed + "]"
	}
	for g.err == nil {
		g.write(prompt + ": ")
		answer, err := g.lines()
		switch {
		case err != nil:
			g.line("") // the prompt's line has no end yet
			return "", err
		case answer == "" && proposed != "":
			answer = proposed
		case answer == "":
			g.line("Chưa có câu trả lời. Gõ 0 để quay lại, q để thoát.")
			continue
		}
		switch strings.ToLower(answer) {
		case "q":
			return "", errLeave
		case "0":
			return "", errBack
		}
		return answer, nil
	}
	return "", errLeave
}

// page shows a long text a window at a time, for its beginning matters most.
func (g *guide) page(text string) error {
	lines := strings.SplitAfter(text, "\n")
	for len(lines) > pageLines {
		g.write(strings.Join(lines[:pageLines], ""))
		lines = lines[pageLines:]
		switch _, err := g.ask(fmt.Sprintf("-- còn %d dòng; 0: bỏ qua phần này", len(lines)-1), "xem tiếp"); {
		case errors.Is(err, errBack):
			return nil
		case err != nil:
			return err
		}
	}
	g.write(strings.Join(lines, ""))
	return nil
}

// write writes text without ending the line.
func (g *guide) write(text string) {
	if g.err == nil {
		_, g.err = io.WriteString(g.out, text)
	}
}

// yes asks a question to be answered with có or không; Enter is không.
func (g *guide) yes(question string) (bool, error) {
	for {
		answer, err := g.ask(question+" (c = có, k = không)", "k")
		if err != nil {
			return false, err
		}
		switch vi.Fold(answer) {
		case "c", "co":
			return true, nil
		case "k", "khong":
			return false, nil
		}
		g.line("Gõ c (có) hoặc k (không).")
	}
}

// choose lets one of the options be chosen by its number.
func (g *guide) choose(prompt string, options []string, proposed int) (int, error) {
	for i, option := range options {
		g.line("  %d. %s", i+1, option)
	}
	for {
		answer, err := g.ask(prompt, strconv.Itoa(proposed+1))
		if err != nil {
			return 0, err
		}
		if i, ok := pick(answer, len(options)); ok {
			return i, nil
		}
		g.line("Gõ một số từ 1 đến %d.", len(options))
	}
}

// pick reads an answer as the number of one of n choices, from 1; i counts from
// 0.
func pick(answer string, n int) (i int, ok bool) {
	number, err := strconv.Atoi(strings.TrimSuffix(answer, "."))
	return number - 1, err == nil && number >= 1 && number <= n
}
