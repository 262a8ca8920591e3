// The browser's side of pinyin.cpp. Collation by pinyin has marks where the characters of each letter begin, U+FDD0 and the letter.
mergeInto(LibraryManager.library, {
  $Pinyin: {
    letters: 'ABCDEFGHJKLMNOPQRSTWXYZ',
    // Second readings that names and titles are full of.
    others: '长z重c曾z单s解x仇q区o查z盖g乐y朴p尉y翟z沈c贾g行h调t车j会k石d覃q朝z折s藏c什s厦s降x',
    compare: null,

    initials: (character) => {
      if (!Pinyin.compare) {
        const compare = new Intl.Collator('zh-u-co-pinyin').compare;
        // Where the browser cannot, it sorts by code point.
        Pinyin.compare = compare('阿', '做') < 0 ? compare : () => -1;
      }
      let at = -1;
      while (at + 1 < Pinyin.letters.length && Pinyin.compare(character, '\uFDD0' + Pinyin.letters[at + 1]) >= 0) ++at;
      if (at < 0) return 0;
      const other = Pinyin.others.indexOf(character);
      return Pinyin.letters.charCodeAt(at) + 32 | (other < 0 ? 0 : Pinyin.others.charCodeAt(other + 1) << 8);
    },
  },

  page_pinyin_initials__deps: ['$Pinyin'],
  page_pinyin_initials: function(character) {
    return Pinyin.initials(String.fromCharCode(character));
  },
});
