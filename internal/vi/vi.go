// Package vi is Vietnamese text as the people of a commune's office write it.
//
// The same xã reaches ntm as "Quảng Trung", "quang trung" from a phone without
// a Vietnamese keyboard, "QUẢNG TRUNG" from a heading, or in decomposed Unicode
// from an old spreadsheet; and "Thanh Hóa" stands beside "Thanh Hoá" in one
// file, for there are two schools of placing the tone mark (dấu thanh). What is
// read passes through [NFC]; what is compared, through [Fold], or through
// [FoldTone] where "Tân Lập" and "Tân Lấp" must stay two communes.
//
// What is written follows the hand of a Vietnamese document: numbers as
// "11.683" and "98,61", dates as "15/11/2023" or "ngày 05 tháng 02 năm 2026",
// lists in Vietnamese alphabetical order with "Thôn 2" before "Thôn 10".
package vi
