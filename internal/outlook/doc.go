// Package outlook is what an assessment means for the work ahead: what a commune still
// lacks of each level and how near it is, what would come out otherwise if figures were
// others, and whether new figures put a title at risk.
//
// It judges nothing itself. All of it is read off an [assess.Assessment], and says nothing
// that this does not say.
package outlook
