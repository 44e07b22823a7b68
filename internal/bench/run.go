//go:build linux

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"syscall"
	"time"

	"ntm/criteria/packs"
	"ntm/internal/assess"
	"ntm/internal/cli"
	"ntm/internal/invented"
)

// childOf is the variable that makes the process run one case and write what it
// counted of itself to the file it names.
const childOf = "NTM_BENCH_RESULT"

// judgeCase is no command: its reports are made up in memory, and only judging
// them is counted.
const judgeCase = "judge"

// counted is what a process knows of itself.
type counted struct {
	Seconds float64 `json:"seconds"` // of judging; 0 when the whole process counts
	CPU     float64 `json:"cpu"`     // seconds of judging
	Mallocs uint64  `json:"mallocs"`
	Units   int     `json:"units"` // judgements; 0 when communes count
}

func child(out string, args []string) {
	cli.TuneMemory()
	result, status := counted{}, 0
	if args[0] == judgeCase {
		communes, _ := strconv.Atoi(args[1])
		result = judge(communes)
	} else {
		status = cli.Run(args, cli.World{Stdin: bytes.NewReader(nil), Stdout: io.Discard, Stderr: os.Stderr, Now: time.Now, Version: "bench", User: "bench"})
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		result.Mallocs = m.Mallocs
	}
	text, err := json.Marshal(result)
	if err == nil {
		err = os.WriteFile(out, text, 0o600)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		status = 1
	}
	os.Exit(status)
}

// judge judges reports at three levels, loaded some hundreds at a time.
func judge(communes int) counted {
	made := invented.New(packs.Embedded(), 1)
	var out counted
	for from := 0; from < communes; from += 500 {
		var inputs []assess.Input
		for i := from; i < min(from+500, communes); i++ {
			r, err := made.Report(i, 2023)
			if err != nil {
				panic(err)
			}
			in, err := assess.Prepare(made, r, "bench")
			if err != nil {
				panic(err)
			}
			inputs = append(inputs, in)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start, busy := time.Now(), used()
		for _, in := range inputs {
			for _, l := range assess.Assess(in).Levels {
				out.Units += l.IndicatorsTotal + len(l.Conditions)
			}
		}
		out.Seconds += time.Since(start).Seconds()
		out.CPU += (used() - busy).Seconds()
		runtime.ReadMemStats(&after)
		out.Mallocs += after.Mallocs - before.Mallocs
	}
	return out
}

// used is the processor time that the process took so far.
func used() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// measured is one run.
type measured struct {
	counted
	wall, cpu time.Duration
	peak      int64 // bytes
}

// best is the fastest of the runs.
func (c *bench) best(folder string, processors int) (measured, error) {
	var all []measured
	for range c.runs {
		if c.fresh != "" {
			if err := os.RemoveAll(c.fresh); err != nil {
				return measured{}, err
			}
		}
		m, err := run(filepath.Join(folder, "result.json"), processors, c.args)
		if err != nil {
			return m, err
		}
		all = append(all, m)
	}
	return slices.MinFunc(all, func(a, b measured) int { return int(a.wall - b.wall) }), nil
}

func run(result string, processors int, args []string) (m measured, err error) {
	self, err := os.Executable()
	if err != nil {
		return m, err
	}
	var said bytes.Buffer
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), childOf+"="+result, fmt.Sprintf("GOMAXPROCS=%d", processors))
	cmd.Stderr = &said
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return m, fmt.Errorf("%w: %.500s", err, said.String())
	}
	m.wall = time.Since(start)
	m.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	m.peak = cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss << 10
	text, err := os.ReadFile(result)
	if err != nil {
		return m, err
	}
	return m, json.Unmarshal(text, &m.counted)
}

// row is a line of the table.
func (m *measured) row(title string, communes, processors int) string {
	seconds, cpu, allocations := m.wall.Seconds(), m.cpu.Seconds(), fmt.Sprintf("%.0f", float64(m.Mallocs)/float64(communes))
	if m.Seconds > 0 {
		seconds, cpu = m.Seconds, m.CPU
		allocations += fmt.Sprintf(" (%.1f/phép xét)", float64(m.Mallocs)/float64(m.Units))
	}
	return fmt.Sprintf("| %s | %d | %d | %.2f | %.2f | %.0f | %d | %s |", title, communes, processors, seconds, cpu, float64(communes)/seconds, m.peak>>20, allocations)
}

// startUp measures from the start of the program to the first byte it says.
func startUp(folder string) error {
	ntm := filepath.Join(folder, "ntm")
	if said, err := exec.Command("go", "build", "-o", ntm, "./cmd/ntm").CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, said)
	}
	for _, args := range [][]string{{"version"}, {"criteria", "list"}, {"assess", "testdata/quang-trung-2023.yaml"}} {
		for _, processors := range []int{runtime.NumCPU(), 1} {
			var all []time.Duration
			for range 15 {
				took, err := firstByte(ntm, processors, args)
				if err != nil {
					return err
				}
				all = append(all, took)
			}
			fmt.Printf("| chữ đầu tiên của `ntm %s` | | %d | %.3f | | | | |\n", args[0], processors, slices.Min(all).Seconds())
		}
	}
	return nil
}

func firstByte(ntm string, processors int, args []string) (took time.Duration, err error) {
	cmd := exec.Command(ntm, args...)
	cmd.Env = append(os.Environ(), fmt.Sprintf("GOMAXPROCS=%d", processors))
	out, err := cmd.StdoutPipe()
	if err != nil {
		return 0, err
	}
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	_, err = out.Read(make([]byte, 1))
	took = time.Since(start)
	_, rest := io.Copy(io.Discard, out)
	return took, errors.Join(err, rest, cmd.Wait())
}
