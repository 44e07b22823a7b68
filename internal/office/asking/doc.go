// Package asking is what people ask of an assessment: why an indicator was judged as it was,
// and what would be if a figure were another; indicators and figures are meant by number or
// by words.
package asking
