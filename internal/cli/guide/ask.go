package guide

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"ntm/internal/vi"
)

// lineReader gives what is typed line by line; at the end of the input, or when the
// person interrupts the program, errLeave.
func lineReader(ctx context.Context, in io.Reader) func() (string, error) {
	r := bufio.NewReader(in)
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
		case <-ctx.Done(): // nobody asks again
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
	for g.Err == nil {
		g.Write(prompt + ": ")
		answer, err := g.lines()
		switch {
		case err != nil:
			g.Line("") // the prompt's line has no end yet
			return "", err
		case answer == "" && proposed != "":
			answer = proposed
		case answer == "":
			g.Line("Chưa có câu trả lời. Gõ 0 để quay lại, q để thoát.")
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
		g.Write(strings.Join(lines[:pageLines], ""))
		lines = lines[pageLines:]
		switch _, err := g.ask(fmt.Sprintf("-- còn %d dòng; 0: bỏ qua phần này", len(lines)-1), "xem tiếp"); {
		case errors.Is(err, errBack):
			return nil
		case err != nil:
			return err
		}
	}
	g.Write(strings.Join(lines, ""))
	return nil
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
		g.Line("Gõ c (có) hoặc k (không).")
	}
}

// choose lets one of the options be chosen by its number.
func (g *guide) choose(prompt string, options []string, proposed int) (int, error) {
	for i, option := range options {
		g.Line("  %d. %s", i+1, option)
	}
	for {
		answer, err := g.ask(prompt, strconv.Itoa(proposed+1))
		if err != nil {
			return 0, err
		}
		if i, ok := pick(answer, len(options)); ok {
			return i, nil
		}
		g.Line("Gõ một số từ 1 đến %d.", len(options))
	}
}

// pick reads an answer as the number of one of n choices, from 1; i counts from
// 0.
func pick(answer string, n int) (i int, ok bool) {
	number, err := strconv.Atoi(strings.TrimSuffix(answer, "."))
	return number - 1, err == nil && number >= 1 && number <= n
}
