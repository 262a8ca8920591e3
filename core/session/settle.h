// What update() and merge() make of a deal or customer so that a file can hold it and nothing is lost: by the tables of the codec,
// so that a new field needs nothing here.
#pragma once

#include "codec/description.h"
#include "model/deal.h"
#include "session/identities.h"

#include <vector>

namespace compass {

// Texts cleaned (session/clean_text.h), numbers, words and dates taken into their ranges; a date that may be absent is dropped where it
// is out of range. Lists end where a file's would; entries without the text they must have are dropped.
void clean(const Description& object, void* value);

// Adds the unknown members of `before` to what of it is still in `after`. Entries of lists are the same where their id or key is;
// of those that have neither, the only one that changed stands for the former.
void keep_unknown(const Description& object, const void* before, void* after);

// Every id of its own once: people keep theirs, nobody's and repeated ones are drawn anew. Who is referred to and not there is nobody.
// Links must have been looked after.
void settle_ids(const Description& object, void* value, Identities& identities);
void drop_loose_links(Deal& deal);

// Of entries with one id in several lists the first stays: a thing that moved. People stay whatever else has their id.
void drop_repeated(const Description& object, void* value);
// Who is referred to and not there: sorted, each once.
std::vector<Id> people_missed(Deal& deal);

}  // namespace compass
