package web

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
)

// BenchmarkCellInABrowser is a cell left by Enter until its outcome stands in the page, of a
// commune whose figures are all there.
func BenchmarkCellInABrowser(b *testing.B) {
	w := opened(b)
	at := w.full(b)
	p := browsed(b, w)
	p.at(at + "?muc=nang-cao")
	p.do(chromedp.Focus(chromedp.ID("o-income_per_capita")))
	const measured = `new Promise((done) => {
		const field = document.getElementById("o-income_per_capita"), start = performance.now();
		document.body.addEventListener("htmx:afterSettle",
			() => requestAnimationFrame(() => done(performance.now() - start)), {once: true});
		field.value = "%d"; field.dispatchEvent(new Event("change", {bubbles: true}));
	})`
	var all []float64
	before := p.worked()
	for n := 0; b.Loop(); n++ {
		all = append(all, value[float64](p, fmt.Sprintf(measured, 60+n%7)))
	}
	reported(b, all)
	for name, seconds := range p.worked() {
		b.ReportMetric((seconds-before[name])*1000/float64(len(all)), name+"-ms/cell")
	}
}

// worked is how long the page's own thread has worked on something, by the processor's clock.
func (b *tab) worked() map[string]float64 {
	b.Helper()
	out := map[string]float64{}
	b.do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, performance.Enable, performance.EnableParams{
			TimeDomain: performance.EnableTimeDomainThreadTicks})
		if err != nil {
			return err
		}
		all, err := cdp.Call(ctx, t, performance.GetMetrics, cdp.Empty{})
		for _, m := range all.Metrics {
			if part, is := strings.CutSuffix(m.Name, "Duration"); is {
				out[strings.ToLower(part)] = m.Value
			}
		}
		return err
	}))
	return out
}

// BenchmarkCell is the same on the server.
func BenchmarkCell(b *testing.B) {
	w := opened(b)
	at := strings.TrimSuffix(w.full(b), "/so-lieu")
	var all []float64
	for n := 0; b.Loop(); n++ {
		start := time.Now()
		a := w.ask(b, request{method: "POST", path: at + "/o", body: typed("income_per_capita", "ntm:value",
			fmt.Sprint(60+n%7), fmt.Sprint(n+1)), header: map[string]string{"HX-Request": "true"}})
		all = append(all, float64(time.Since(start).Microseconds())/1000)
		if a.code != 200 {
			b.Fatal(a.body)
		}
	}
	reported(b, all)
}

// reported says how long they took, in milliseconds.
func reported(b *testing.B, all []float64) {
	slices.Sort(all)
	b.ReportMetric(all[len(all)/2], "p50-ms")
	b.ReportMetric(all[len(all)*99/100], "p99-ms")
}
