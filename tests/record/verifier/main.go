// Command verifier checks a newsroom's log and the proofs made from it with the packages that the Go project wrote for
// its own checksum database. It shares no line with Beleg.
//
//	verifier log KEYS FOLDER           checkpoint, every tile, every entry
//	verifier grown KEYS OLD FOLDER     the log in FOLDER begins with the one of the checkpoint OLD
//	verifier proof KEYS PROOF RECORD   the last entry of RECORD (one a line) is in the log
//	verifier bundle KEYS BUNDLE        the same, from log-proof.txt and record.jsonl of a published bundle
//	verifier keys KEYS FOLDER          from the first key in KEYS to the present one; prints it
//
// KEYS is a file with verifier lines (name+id+key), one a line. Exit status 0 if everything holds, 1 if not.
package main

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 3 {
		return errors.New("usage: verifier log|grown|proof|bundle|keys KEYS FILE...")
	}
	lines, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	keys, err := newKeys(string(lines))
	if err != nil {
		return err
	}
	switch {
	case args[0] == "log" && len(args) == 3:
		return checkLog(keys, args[2])
	case args[0] == "grown" && len(args) == 4:
		return checkGrown(keys, args[2], args[3])
	case args[0] == "proof" && len(args) == 4:
		return checkProofFiles(keys, args[2], args[3])
	case args[0] == "bundle" && len(args) == 3:
		return checkBundle(keys, args[2])
	case args[0] == "keys" && len(args) == 3:
		return followKeys(keys, args[2])
	}
	return errors.New("usage: verifier log|grown|proof|bundle|keys KEYS FILE...")
}

// checkpoint is what a signed note says of a log.
type checkpoint struct {
	origin string
	tree   tlog.Tree
}

func openCheckpoint(keys *keys, raw []byte) (*checkpoint, error) {
	opened, err := note.Open(raw, keys.list)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" {
		return nil, errors.New("checkpoint: not three lines")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return nil, errors.New("checkpoint: no size")
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return nil, err
	}
	if lines[0] != opened.Sigs[0].Name {
		return nil, errors.New("checkpoint: its origin is not the name of the key")
	}
	return &checkpoint{lines[0], tlog.Tree{N: size, Hash: root}}, nil
}

// folder serves the tiles of an exported log to package tlog, which checks each of them against the tree.
type folder string

const height = 8

func (f folder) Height() int { return height }

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var found [][]byte
	for _, tile := range tiles {
		// Package tlog puts the height into the path; C2SP's tlog-tiles knows one height only.
		path := "tile/" + strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", height))
		raw, err := os.ReadFile(filepath.Join(string(f), path))
		if err != nil {
			return nil, err
		}
		if len(raw) != tile.W*tlog.HashSize {
			return nil, fmt.Errorf("%s: %d bytes", path, len(raw))
		}
		found = append(found, raw)
	}
	return found, nil
}

func open(keys *keys, path string) (*checkpoint, tlog.HashReader, error) {
	raw, err := os.ReadFile(filepath.Join(path, "checkpoint"))
	if err != nil {
		return nil, nil, err
	}
	head, err := openCheckpoint(keys, raw)
	if err != nil {
		return nil, nil, err
	}
	return head, tlog.TileHashReader(head.tree, folder(path)), nil
}

func checkLog(keys *keys, path string) error {
	head, hashes, err := open(keys, path)
	if err != nil {
		return err
	}
	root, err := tlog.TreeHash(head.tree.N, hashes)
	if err != nil {
		return err
	}
	if root != head.tree.Hash {
		return errors.New("the tiles do not give the root")
	}
	tiles := tlog.NewTiles(height, 0, head.tree.N)
	for number, tile := range tiles {
		if number+1 < len(tiles) && tiles[number+1].L == tile.L && tiles[number+1].N == tile.N {
			continue // a narrower one of a tree that was never signed
		}
		if err := checkTile(tile, hashes, path); err != nil {
			return err
		}
	}
	for start := int64(0); start < head.tree.N; start += 1 << height {
		if err := checkEntries(head.tree, hashes, path, start); err != nil {
			return err
		}
	}
	fmt.Printf("%s\n%d\n%s\n", head.origin, head.tree.N, head.tree.Hash)
	return nil
}

// checkTile compares a tile with the tree: reading single hashes leaves out tiles that another one vouches for.
func checkTile(tile tlog.Tile, hashes tlog.HashReader, path string) error {
	wanted, err := tlog.ReadTileData(tile, hashes)
	if err != nil {
		return err
	}
	found, err := folder(path).ReadTiles([]tlog.Tile{tile})
	if err != nil {
		return err
	}
	if !bytes.Equal(found[0], wanted) {
		return fmt.Errorf("%s: not of this tree", tile.Path())
	}
	return nil
}

func checkEntries(tree tlog.Tree, hashes tlog.HashReader, path string, start int64) error {
	width := tree.N - start
	if width > 1<<height {
		width = 1 << height
	}
	tile := tlog.Tile{H: height, L: 0, N: start >> height, W: int(width)}
	name := "tile/entries/" + strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/0/", height))
	raw, err := os.ReadFile(filepath.Join(path, name))
	if err != nil {
		return err
	}
	// Package tlog checks the tile against the tree before it hands it out; each hash in it stands for an inclusion.
	leaves, err := tlog.ReadTileData(tile, hashes)
	if err != nil {
		return err
	}
	for number := start; number < start+width; number++ {
		if len(raw) < 2 || len(raw) < 2+int(binary.BigEndian.Uint16(raw)) {
			return fmt.Errorf("%s: cut off", name)
		}
		end := 2 + int(binary.BigEndian.Uint16(raw))
		leaf := tlog.RecordHash(raw[2:end])
		if place := (number - start) * tlog.HashSize; !bytes.Equal(leaf[:], leaves[place:place+tlog.HashSize]) {
			return fmt.Errorf("%s: entry %d is not the leaf of the tree", name, number)
		}
		if number == tree.N-1 { // once the long way: the proof that a reader with nothing but the root needs
			proof, err := tlog.ProveRecord(tree.N, number, hashes)
			if err != nil {
				return err
			}
			if err := tlog.CheckRecord(proof, tree.N, tree.Hash, number, leaf); err != nil {
				return err
			}
		}
		raw = raw[end:]
	}
	if len(raw) != 0 {
		return fmt.Errorf("%s: %d bytes too many", name, len(raw))
	}
	return nil
}

func checkGrown(keys *keys, oldPath, path string) error {
	raw, err := os.ReadFile(oldPath)
	if err != nil {
		return err
	}
	old, err := openCheckpoint(keys, raw)
	if err != nil {
		return err
	}
	head, hashes, err := open(keys, path)
	if err != nil {
		return err
	}
	if old.origin != head.origin || old.tree.N > head.tree.N {
		return errors.New("not a later state of the same log")
	}
	proof, err := tlog.ProveTree(head.tree.N, old.tree.N, hashes)
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, head.tree.N, head.tree.Hash, old.tree.N, old.tree.Hash)
}

func checkProofFiles(keys *keys, proofPath, recordPath string) error {
	proof, err := os.ReadFile(proofPath)
	if err != nil {
		return err
	}
	record, err := os.ReadFile(recordPath)
	if err != nil {
		return err
	}
	return checkProof(keys, proof, record)
}

func checkBundle(keys *keys, path string) error {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return err
	}
	defer archive.Close()
	proof, err := member(archive, "log-proof.txt")
	if err != nil {
		return err
	}
	record, err := member(archive, "record.jsonl")
	if errors.Is(err, fs.ErrNotExist) {
		record, err = member(archive, "withdrawal.json") // of an article that was taken back
	}
	if err != nil {
		return err
	}
	return checkProof(keys, proof, record)
}

func member(archive *zip.ReadCloser, name string) ([]byte, error) {
	file, err := archive.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

// checkProof reads a C2SP tlog-proof and checks it for the last entry of a record.
func checkProof(keys *keys, proof, record []byte) error {
	head, signed, found := bytes.Cut(proof, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	if !found || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "index ") {
		return errors.New("not a proof")
	}
	index, err := strconv.ParseInt(lines[1][len("index "):], 10, 64)
	if err != nil || lines[1] != fmt.Sprintf("index %d", index) {
		return errors.New("proof: no index")
	}
	var path tlog.RecordProof
	for _, line := range lines[2:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return err
		}
		path = append(path, hash)
	}
	of, err := openCheckpoint(keys, signed)
	if err != nil {
		return err
	}
	entries := bytes.Split(bytes.TrimSuffix(record, []byte("\n")), []byte("\n"))
	leaf, err := leafOf(entries[len(entries)-1])
	if err != nil {
		return err
	}
	return tlog.CheckRecord(path, of.tree.N, of.tree.Hash, index, tlog.RecordHash(leaf))
}
