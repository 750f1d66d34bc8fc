"""Invented reports for the tests of the intake: towns and people that do not exist."""

BRIDGE = """Kohlhausen (lad) - Die Stadt Kohlhausen hat am Dienstag mit dem Abriss der alten Lennebrücke begonnen. Die \
Arbeiten sollen nach Angaben des Bauamts elf Wochen dauern und rund 2,4 Millionen Euro kosten.

Bürgermeisterin Hanne Ottersbach sagte bei einem Ortstermin: „Wer hier wohnt, hat lange genug über Schlaglöcher und \
Sperrungen geschimpft, jetzt sieht man endlich, dass etwas geschieht.“ Der Verkehr wird bis Mitte Februar über die \
Umgehung bei Niederlohe geleitet.

Das Landesamt für Straßenbau hatte die Brücke vor zwei Jahren für Lastwagen gesperrt, nachdem Prüfer Risse in drei von \
acht Pfeilern gefunden hatten. Ein Gutachten kam damals zu dem Schluss, dass sich eine Sanierung nicht mehr lohne.

Amtsleiter Jörg Wennemann kündigte an, dass der Neubau breiter werde als die alte Brücke und erstmals einen \
getrennten Radweg bekomme. „Wir bauen nicht für das Jahr, in dem wir leben, sondern für die nächsten achtzig Jahre“, \
sagte er.

Kritik kam vom Handelsverband. Dessen Sprecherin Mira Solbach warnte vor Einbußen im Weihnachtsgeschäft: Die Umleitung \
führe an der Innenstadt vorbei. Die Stadt will deshalb an den Adventswochenenden einen kostenlosen Pendelbus fahren \
lassen. Die neue Brücke soll im Herbst übernächsten Jahres freigegeben werden.
"""

BRIDGE_TOO = """Bagger fressen sich durch den Beton, und am Ufer stehen die Anwohner mit ihren Telefonen: In Kohlhausen \
ist seit gestern ein Wahrzeichen Geschichte. Die Lennebrücke, 1961 gebaut, verschwindet.

„Wer hier wohnt, hat lange genug über Schlaglöcher und Sperrungen geschimpft, jetzt sieht man endlich, dass etwas \
geschieht“, sagt Rathauschefin Hanne Ottersbach und zieht den Helm fester. Hinter ihr kracht der erste Pfeiler in den \
Fluss.

Nicht alle freuen sich. Petra Lindhorst, deren Bäckerei an der alten Auffahrt liegt, rechnet mit der Hälfte der Kunden. \
Im Sommer habe sie noch zwei Verkäuferinnen gesucht, nun werde sie wohl niemanden einstellen. Ein Pendelbus helfe ihr \
nicht, denn der halte am Markt.

Warum überhaupt neu gebaut wird, erklärt Jörg Wennemann aus dem Bauamt so: „Wir bauen nicht für das Jahr, in dem wir \
leben, sondern für die nächsten achtzig Jahre.“ Die Prüfer hätten Risse gefunden, die niemand mehr habe verantworten \
wollen. In elf Wochen soll vom alten Bauwerk nichts mehr übrig sein. Wer dann von Niederlohe in die Stadt will, fährt \
weiter Umwege, und zwar noch fast zwei Jahre lang.
"""

CLINIC = """Marnstadt (lad) - Die Geburtsstation der Klinik Marnstadt schließt zum Jahresende. Das teilte die Trägerin, \
die Stiftung Sankt Wendelin, am Mittwoch mit. Als Grund nannte sie den Mangel an Hebammen: Von vierzehn Stellen seien \
sechs seit mehr als einem Jahr nicht besetzt.

„Wir haben alles versucht, bis hin zu Prämien und Wohnungen, aber eine Station, die jede dritte Nacht nicht öffnen kann, \
ist keine sichere Station“, sagte Geschäftsführer Konrad Thalbach. Im vergangenen Jahr kamen in Marnstadt 512 Kinder zur \
Welt, halb so viele wie vor zehn Jahren.

Die nächste Klinik mit einer Geburtshilfe liegt künftig in Oberwied, 38 Kilometer entfernt. Der Rettungsdienst des \
Kreises soll dafür zwei zusätzliche Fahrzeuge bekommen. Landrätin Ulrike Fenske nannte die Entscheidung bitter, aber \
nachvollziehbar.

Eine Gruppe von Eltern kündigte Widerstand an. Sie hat nach eigenen Angaben binnen zwei Tagen 4.300 Unterschriften \
gesammelt und will sie am Montag dem Kreistag übergeben.
"""

CLINIC_TOO = """Wenn im Januar in Marnstadt die Wehen einsetzen, beginnt eine Fahrt von 38 Kilometern. So weit ist es nach \
Oberwied, wo künftig die nächste Geburtshilfe steht. Die eigene Station macht dicht.

Sechs von vierzehn Hebammenstellen sind seit langem leer, und Besserung ist nicht in Sicht. „Wir haben alles versucht, \
bis hin zu Prämien und Wohnungen, aber eine Station, die jede dritte Nacht nicht öffnen kann, ist keine sichere \
Station“, so Geschäftsführer Konrad Thalbach. Es sind Sätze, die Nadine Kroll nicht mehr hören will. Sie erwartet im \
März ihr zweites Kind und hat mit drei Freundinnen einen Protest begonnen, der in zwei Tagen mehrere tausend \
Unterschriften brachte.

Im Kreistag wird es darüber am Montag laut werden. Die Landrätin hat sich schon festgelegt: nachvollziehbar sei der \
Schritt, sagt sie, wenn auch bitter. Zwei neue Rettungswagen sollen die Lücke schließen. Ob das reicht, wenn im Winter \
die Passstraße vereist, wollte in ihrem Haus niemand sagen.
"""

HARBOUR = """Port Ellery (CNS) - The harbour authority of Port Ellery will close its oldest quay for ships of more than \
40 metres from next month. Divers found that the foundations have been washed out along a stretch of almost 90 metres, \
the authority said on Thursday.

"Nobody is in danger today, but nobody should have to rely on luck in the next storm either," harbour master Callum \
Prentice told reporters. Repairs are expected to cost 17 million dollars and to take until the summer after next.

Ferries to the islands will use the container terminal in the meantime. Their operator said that crossings would take \
about twenty minutes longer and that fares would not rise before the autumn.

The fishing cooperative, which lands two thirds of its catch at the old quay, asked the government for help. Its \
chairwoman, Isla Rennick, said that smaller boats could not simply move elsewhere, because the cold store stands next to \
the quay and cannot be replaced within a season.
"""

HARBOUR_TOO = """For a hundred and ten years the fishermen of Port Ellery have tied up at the same stones. From next month, \
most of them may no longer do so.

"Nobody is in danger today, but nobody should have to rely on luck in the next storm either," says Callum Prentice, who \
runs the harbour and has signed the order. His divers came back with pictures of caves where there should be rock.

What that means can be seen in the cold store next to the quay, where Isla Rennick counts boxes. Two thirds of the catch \
come in here. Larger boats will have to unload at the container terminal, between ferries and lorries, and truck the fish \
back across the town. She has written to the minister, who has not answered yet. A spokesman pointed to the season's \
budget, which is spent.

Islanders will notice, too: their ferry moves, and the crossing gets longer. The repairs, priced at 17 million dollars, \
will not be finished for two summers.
"""

SCHOOL = """Oberwied (lad) - In Oberwied bekommen Grundschüler künftig Schwimmunterricht schon ab der ersten Klasse. Der \
Stadtrat beschloss am Montagabend mit 19 zu 12 Stimmen, dafür das Hallenbad an drei Vormittagen in der Woche für Schulen \
zu reservieren.

Nach einer Erhebung des Schulamts kann am Ende der vierten Klasse nur noch gut jedes zweite Kind sicher schwimmen. \
Schulrat Benedikt Ahlers führte das auf die lange Schließung des Bades und auf fehlende Lehrkräfte zurück. Zwei \
Schwimmlehrer sollen zum Februar eingestellt werden.

Gegen den Beschluss stimmten vor allem Vertreter der Vereine. Sie verlieren nach eigener Rechnung ein Drittel ihrer \
Trainingszeiten. Der Vorsitzende des Schwimmclubs, Timo Reinders, sprach von einer richtigen Absicht auf dem Rücken der \
Falschen. Die Stadt will bis zum Frühjahr prüfen, ob das Bad sonntags länger öffnen kann.
"""

SCHOOL_TOO = """Drei Vormittage, zwei neue Lehrer, ein Becken: Mit diesem Plan will Oberwied erreichen, dass alle Kinder \
schwimmen können, bevor sie auf eine weiterführende Schule wechseln. Die Mehrheit im Rat war deutlich.

Begonnen hat alles mit einer Zahl. Als Schulrat Benedikt Ahlers im Herbst fragen ließ, wer in den vierten Klassen sicher \
schwimme, blieb knapp die Hälfte der Hände unten. Seitdem ist das Hallenbad Thema in jedem Elternabend.

Im Schwimmclub versteht man die Sorge, ärgert sich aber über den Weg. Jede dritte Trainingsstunde falle weg, heißt es \
dort, ausgerechnet bei denen, die seit Jahren Kindern das Schwimmen beibringen. Eine längere Öffnung am Sonntag, wie sie \
im Rathaus erwogen wird, halten sie für einen schlechten Ersatz, denn am Sonntag sei Wettkampftag. Im Februar beginnt der \
Unterricht trotzdem.
"""

PAIRS = ((BRIDGE, BRIDGE_TOO), (CLINIC, CLINIC_TOO), (HARBOUR, HARBOUR_TOO), (SCHOOL, SCHOOL_TOO))
"""Two different reports on the same event each; the first three pairs share one or two quotations word for word."""

REPORTS = tuple(report for pair in PAIRS for report in pair)
