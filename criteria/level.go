package criteria

import (
	"strings"

	"ntm/internal/vi"
	"ntm/internal/yamldoc"
)

// Level is one of the titles a commune works toward.
type Level string

// The levels, each above the one before.
const (
	NTM     Level = "ntm"
	NangCao Level = "nang-cao"
	KieuMau Level = "kieu-mau"
	// HienDai is a province's own level since 2026: the nation gives a frame, the province
	// the criteria, by a pack of its own.
	HienDai Level = "hien-dai"
)

// Levels lists the levels from the lowest to the highest.
var Levels = []Level{NTM, NangCao, KieuMau, HienDai}

// Title is the level's name as officials write it.
func (l Level) Title() string {
	return map[Level]string{NTM: "nông thôn mới", NangCao: "nông thôn mới nâng cao",
		KieuMau: "nông thôn mới kiểu mẫu", HienDai: "nông thôn mới hiện đại"}[l]
}

// Brief is the level's name where there is little room.
func (l Level) Brief() string {
	return map[Level]string{NTM: "NTM", NangCao: "nâng cao", KieuMau: "kiểu mẫu", HienDai: "hiện đại"}[l]
}

// LevelNamed is the level that people call so: "nâng cao", "Xã nông thôn mới nâng cao", "NTM
// kiểu mẫu", with tone marks or without.
func LevelNamed(text string) (Level, bool) {
	name := vi.Slug(text)
	for _, lead := range []string{"muc", "xa", "dat-chuan", "nong-thon-moi", "ntm"} {
		if rest, ok := strings.CutPrefix(name, lead); ok && (rest == "" || rest[0] == '-') {
			if name = strings.TrimPrefix(rest, "-"); name == "" && (lead == "nong-thon-moi" || lead == "ntm") {
				return NTM, true
			}
		}
	}
	for _, l := range Levels {
		if l != NTM && (name == string(l) || name == strings.ReplaceAll(string(l), "-", "")) {
			return l, true
		}
	}
	return "", false
}

// UnmarshalText reads a level and refuses any other word.
func (l *Level) UnmarshalText(text []byte) error { return yamldoc.OneOf(l, text, "mức", Levels) }
