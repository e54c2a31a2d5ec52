"""The words engagement is told in: phrases of what happened, states of a sequence, channels, yes and no.

This is data, in English, Spanish, French, German, Italian and Portuguese. Case, accents, punctuation and blanks do not
count, so each phrase stands here once. The English ones come first, and among them the guide's own.
"""

from models.engagement.words import EventKind, SequenceStatus

EVENTS: dict[EventKind, tuple[str, ...]] = {
    EventKind.ADDED: (
        "Added to Campaign", "Added to the campaign", "Added to a campaign", "Added to sequence",
        "Añadido a la campaña", "Añadida a la campaña", "Añadido a campaña", "Agregado a la campaña",
        "Agregada a la campaña", "Agregado a campaña",
        "Ajouté à la campagne", "Ajoutée à la campagne", "Ajouté à une campagne", "Ajouté à campagne",
        "Zur Kampagne hinzugefügt", "Zur Kampagne hinzugefuegt", "Der Kampagne hinzugefügt",
        "Zu Kampagne hinzugefügt",
        "Aggiunto alla campagna", "Aggiunta alla campagna", "Aggiunto a campagna",
        "Adicionado à campanha", "Adicionada à campanha", "Adicionado na campanha",
    ),
    EventKind.CONNECTION_REQUEST_SENT: (
        "Connection Request Sent", "Connection invitation sent", "Connection sent", "Invitation sent", "Invite sent",
        "Solicitud de conexión enviada", "Petición de conexión enviada", "Solicitud de contacto enviada",
        "Invitación enviada", "Invitación de conexión enviada",
        "Demande de connexion envoyée", "Demande de mise en relation envoyée", "Demande de contact envoyée",
        "Invitation envoyée",
        "Verbindungsanfrage gesendet", "Verbindungsanfrage verschickt", "Kontaktanfrage gesendet",
        "Kontaktanfrage verschickt", "Vernetzungsanfrage gesendet", "Einladung gesendet", "Einladung verschickt",
        "Richiesta di connessione inviata", "Richiesta di collegamento inviata", "Richiesta di contatto inviata",
        "Invito inviato",
        "Pedido de conexão enviado", "Solicitação de conexão enviada", "Pedido de ligação enviado",
        "Solicitação de contato enviada", "Convite de conexão enviado", "Convite enviado",
    ),
    EventKind.CONNECTION_ACCEPTED: (
        "Connection Accepted", "Connection request accepted", "Invitation accepted", "Invite accepted",
        "Conexión aceptada", "Solicitud de conexión aceptada", "Solicitud de contacto aceptada", "Invitación aceptada",
        "Connexion acceptée", "Demande de connexion acceptée", "Mise en relation acceptée",
        "Demande de contact acceptée", "Invitation acceptée",
        "Verbindung angenommen", "Verbindung akzeptiert", "Verbindungsanfrage angenommen",
        "Verbindungsanfrage akzeptiert", "Kontaktanfrage angenommen", "Kontaktanfrage akzeptiert",
        "Vernetzungsanfrage angenommen", "Einladung angenommen",
        "Connessione accettata", "Richiesta di connessione accettata", "Collegamento accettato",
        "Richiesta di collegamento accettata", "Invito accettato",
        "Conexão aceita", "Conexão aceite", "Pedido de conexão aceito", "Solicitação de conexão aceita",
        "Ligação aceite", "Pedido de ligação aceite", "Convite aceito", "Convite aceite",
    ),
    EventKind.MESSAGE_SENT: (
        "Message Sent",
        "Mensaje enviado",
        "Message envoyé",
        "Nachricht gesendet", "Nachricht verschickt", "Nachricht versendet", "Nachricht versandt",
        "Messaggio inviato",
        "Mensagem enviada",
    ),
    EventKind.MESSAGE_REPLIED: (
        "Message Replied", "Replied to message", "Message answered", "Reply received", "Replied",
        "Mensaje respondido", "Mensaje contestado", "Respuesta recibida", "Respondió",
        "Message répondu", "Réponse au message", "Réponse reçue", "A répondu",
        "Nachricht beantwortet", "Auf Nachricht geantwortet", "Antwort erhalten", "Geantwortet",
        "Messaggio risposto", "Risposta al messaggio", "Risposta ricevuta", "Ha risposto",
        "Mensagem respondida", "Resposta recebida", "Respondeu",
    ),
    EventKind.OPENED: (
        "Opened", "Message opened", "Mensaje abierto", "Message ouvert", "Nachricht geöffnet", "Messaggio aperto",
        "Mensagem aberta",
    ),
    EventKind.CLICKED: (
        "Clicked", "Link clicked", "Message clicked",
        "Enlace pulsado", "Clic en enlace", "Clic en el enlace",
        "Lien cliqué", "Clic sur le lien",
        "Link geklickt", "Link angeklickt",
        "Link cliccato", "Clic sul link",
        "Link clicado", "Clique no link",
    ),
    EventKind.SEQUENCE_FINISHED: (
        "Sequence finished", "Sequence completed", "Campaign finished",
        "Secuencia finalizada", "Secuencia terminada",
        "Séquence terminée",
        "Sequenz beendet", "Sequenz abgeschlossen",
        "Sequenza terminata", "Sequenza completata",
        "Sequência finalizada", "Sequência concluída",
    ),
}  # fmt: skip

# What is left of a phrase behind the channel of a message: "Email sent", "InMail replied".
EVENTS_BEHIND_A_CHANNEL: dict[EventKind, str] = {
    EventKind.MESSAGE_SENT: "sent enviado envoyé gesendet verschickt inviato inviata",
    EventKind.MESSAGE_REPLIED: "replied answered respondido contestado répondu beantwortet",
    EventKind.OPENED: "opened abierto ouvert geöffnet aperto aperta aberto aberta",
    EventKind.CLICKED: "clicked",
}

# The guide's own four; by these alone a sequence status is recognized whatever its field is called.
SEQUENCE_STATUSES: dict[SequenceStatus, tuple[str, ...]] = {
    SequenceStatus.NOT_STARTED: ("Not Started", "NotStarted"),
    SequenceStatus.ONGOING: ("Ongoing", "On-going"),
    SequenceStatus.FINISHED: ("Finished",),
    SequenceStatus.REPLIED: ("Replied",),
}
# Understood too, but said of projects and tasks as well, so that they recognize nothing by themselves.
OTHER_SEQUENCE_STATUSES: dict[SequenceStatus, tuple[str, ...]] = {
    SequenceStatus.NOT_STARTED: (
        "Not yet started", "Pending",
        "No iniciado", "No iniciada", "No empezado", "No empezada", "Sin iniciar", "Sin empezar",
        "Non commencé", "Non commencée", "Pas commencé", "Pas commencée", "Non démarré", "Non démarrée",
        "Nicht gestartet", "Nicht begonnen", "Noch nicht gestartet",
        "Non iniziato", "Non iniziata", "Non avviato", "Non avviata",
        "Não iniciado", "Não iniciada", "Não começou",
    ),
    SequenceStatus.ONGOING: (
        "In progress", "Running", "Active", "Started",
        "En curso", "En progreso", "En marcha", "Activo", "Activa",
        "En cours", "Active",
        "Laufend", "Läuft", "Laeuft", "In Bearbeitung", "Aktiv",
        "In corso", "Attivo", "Attiva",
        "Em andamento", "Em curso", "Em progresso", "Ativo", "Ativa",
    ),
    SequenceStatus.FINISHED: (
        "Completed", "Complete", "Done", "Ended",
        "Finalizado", "Finalizada", "Terminado", "Terminada", "Completado", "Completada",
        "Terminé", "Terminée", "Fini", "Finie", "Achevé", "Achevée",
        "Beendet", "Abgeschlossen", "Fertig",
        "Terminato", "Terminata", "Finito", "Finita", "Completato", "Completata", "Concluso", "Conclusa",
        "Concluído", "Concluída",
    ),
    SequenceStatus.REPLIED: (
        "Responded", "Answered",
        "Respondido", "Respondida", "Respondió", "Contestado", "Ha respondido",
        "Répondu", "A répondu",
        "Geantwortet", "Beantwortet",
        "Risposto", "Ha risposto",
        "Respondeu",
    ),
}  # fmt: skip

# By the names activities have in Enginy's documentation; a word that is not here is a channel under its own name.
CHANNELS: dict[str, tuple[str, ...]] = {
    "LINKEDIN": (
        "Linkedin", "Linked in", "Linkedin Message", "Linkedin msg", "Linkedin DM", "Linkedin chat", "Message on Linkedin",
        "Mensaje de Linkedin", "Mensaje Linkedin", "Message Linkedin", "Linkedin Nachricht", "Messaggio Linkedin",
        "Mensagem Linkedin", "Mensagem do Linkedin",
    ),
    "LINKEDIN_INMAIL": ("InMail", "In-Mail", "InMail message", "Linkedin InMail", "Linkedin In-Mail"),
    "LINKEDIN_CONNECTION": (
        "Connection Request", "Connection", "Connection invitation", "Invitation", "Invite", "Connect",
        "Linkedin Connection", "Linkedin Connection Request", "Linkedin Invitation", "Linkedin Invite", "Linkedin Connect",
        "Solicitud de conexión", "Invitación", "Demande de connexion", "Verbindungsanfrage", "Kontaktanfrage",
        "Einladung", "Richiesta di connessione", "Richiesta di collegamento", "Invito", "Pedido de conexão",
        "Solicitação de conexão", "Convite",
    ),
    "EMAIL": (
        "Email", "E-mail", "Mail", "Email message", "E-mail message",
        "Correo", "Correo electrónico", "Courriel", "Message e-mail", "E-Mail-Nachricht", "Posta elettronica",
    ),
    "WHATSAPP": ("WhatsApp", "Whats app", "WhatsApp message"),
    "SMS": ("SMS", "Text message"),
    "CALL": ("Call", "Phone call", "Llamada", "Appel", "Anruf", "Chiamata", "Chamada", "Ligação telefônica"),
}  # fmt: skip

MESSAGE_WORDS = frozenset("message msg mensaje nachricht messaggio mensagem".split())  # say nothing of the channel
STEP_WORDS = frozenset("step paso etape schritt passo etapa".split())
WORDS_BEFORE_A_CHANNEL = frozenset("via on by through over in per por en sur par uber su tramite no pelo".split())
COUNT_WORDS = frozenset(
    "x time times open opens click clicks reply replies vez veces apertura aperturas clic clics respuesta respuestas "
    "fois ouverture ouvertures reponse reponses mal klick klicks antwort antworten volta volte aperture risposta "
    "risposte vezes abertura aberturas clique cliques resposta respostas".split()
)
YES = frozenset("yes y true si oui ja sim".split())
NO = frozenset("no n false non nein nao".split())
